package io.github.selfmoji.demo.ui

import android.content.Context
import android.graphics.Bitmap
import android.graphics.BitmapShader
import android.graphics.Canvas
import android.graphics.Matrix
import android.graphics.Paint
import android.graphics.Shader
import android.util.AttributeSet
import android.view.View
import io.github.selfmoji.demo.R

/** Three people, each in a round window: one below the other where there is more height, side by side where there is more width. */
class PeopleView(context: Context, attributes: AttributeSet?) : View(context, attributes) {
    private val glass = Paint(Paint.ANTI_ALIAS_FLAG).apply { color = context.getColor(R.color.window) }
    private val paint = Paint(Paint.ANTI_ALIAS_FLAG or Paint.FILTER_BITMAP_FLAG)
    private val fit = Matrix()
    private var shaders: List<BitmapShader> = emptyList()
    private var side = 1f

    /** Shows these people, square pictures of one size; they appear softly. */
    fun show(people: List<Bitmap>) {
        side = people.first().width.toFloat()
        shaders = people.map { BitmapShader(it, Shader.TileMode.CLAMP, Shader.TileMode.CLAMP) }
        alpha = 0f
        animate().alpha(1f).setDuration(APPEARING_MS)
        invalidate()
    }

    override fun onDraw(canvas: Canvas) {
        val places = if (height > width * 1.1f) HIGH else if (height > width * 0.6f) MIDDLE else WIDE
        val across = width.toFloat()
        val down = height.toFloat()
        for ((shader, place) in shaders.zip(places)) {
            val radius = place.radius * minOf(across, down)
            draw(canvas, shader, place.x * across, place.y * down, radius)
        }
    }

    private fun draw(canvas: Canvas, shader: BitmapShader, x: Float, y: Float, radius: Float) {
        canvas.drawCircle(x, y, radius, glass)
        fit.setScale(2 * radius / side, 2 * radius / side)
        fit.postTranslate(x - radius, y - radius)
        shader.setLocalMatrix(fit)
        paint.shader = shader
        canvas.drawCircle(x, y, radius, paint)
    }

    /** Where a window is: its middle as shares of width and height, its radius as a share of the shorter of the two. */
    private class Place(val x: Float, val y: Float, val radius: Float)

    private companion object {
        const val APPEARING_MS = 320L
        val HIGH = listOf(Place(0.36f, 0.26f, 0.29f), Place(0.70f, 0.56f, 0.26f), Place(0.32f, 0.79f, 0.23f))
        val MIDDLE = listOf(Place(0.25f, 0.38f, 0.28f), Place(0.75f, 0.33f, 0.24f), Place(0.54f, 0.71f, 0.25f))
        val WIDE = listOf(Place(0.17f, 0.5f, 0.28f), Place(0.5f, 0.5f, 0.36f), Place(0.83f, 0.5f, 0.28f))
    }
}
