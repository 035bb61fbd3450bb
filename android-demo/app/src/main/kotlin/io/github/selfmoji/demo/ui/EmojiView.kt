package io.github.selfmoji.demo.ui

import android.content.Context
import android.graphics.Bitmap
import android.graphics.Canvas
import android.graphics.Paint
import android.graphics.RectF
import android.util.AttributeSet
import android.view.View

/** Shows an emoji as large as fits, standing on the lower edge: its shoulders end there. */
class EmojiView(context: Context, attributes: AttributeSet?) : View(context, attributes) {
    private val paint = Paint(Paint.FILTER_BITMAP_FLAG)
    private val place = RectF()

    /** What is shown. */
    var bitmap: Bitmap? = null
        set(value) {
            field = value
            invalidate()
        }

    override fun onDraw(canvas: Canvas) {
        val side = minOf(width, height).toFloat()
        val left = (width - side) / 2
        place.set(left, height - side, left + side, height.toFloat())
        bitmap?.let { canvas.drawBitmap(it, null, place, paint) }
    }
}
