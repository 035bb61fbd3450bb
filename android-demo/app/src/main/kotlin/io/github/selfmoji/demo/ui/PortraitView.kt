package io.github.selfmoji.demo.ui

import android.content.Context
import android.graphics.Bitmap
import android.graphics.BitmapShader
import android.graphics.Canvas
import android.graphics.Color
import android.graphics.Matrix
import android.graphics.Paint
import android.graphics.Shader
import android.util.AttributeSet
import android.view.View
import io.github.selfmoji.demo.R
import io.github.selfmoji.demo.selfie.Portrait

/** The face of the selfie, round, with a white ring around it. Not there where there is no selfie. */
class PortraitView(context: Context, attributes: AttributeSet?) : View(context, attributes) {
    private val ring = Paint(Paint.ANTI_ALIAS_FLAG).apply { color = Color.WHITE }
    private val picture = Paint(Paint.ANTI_ALIAS_FLAG or Paint.FILTER_BITMAP_FLAG)
    private val width = resources.getDimension(R.dimen.ring)
    private val fit = Matrix()
    private var shader: BitmapShader? = null
    private var side = 1

    /** Whose face is shown. */
    var portrait: Portrait? = null
        set(value) {
            if (field === value) return
            field = value
            visibility = if (value == null) GONE else VISIBLE
            if (value == null) return
            side = value.side
            val bitmap = Bitmap.createBitmap(value.argb, value.side, value.side, Bitmap.Config.ARGB_8888)
            shader = BitmapShader(bitmap, Shader.TileMode.CLAMP, Shader.TileMode.CLAMP)
            invalidate()
        }

    init {
        visibility = GONE
    }

    override fun onDraw(canvas: Canvas) {
        val shader = shader ?: return
        val radius = minOf(getWidth(), height) / 2f
        fit.setScale(2 * radius / side, 2 * radius / side)
        shader.setLocalMatrix(fit)
        picture.shader = shader
        canvas.drawCircle(radius, radius, radius, ring)
        canvas.drawCircle(radius, radius, radius - width, picture)
    }
}
