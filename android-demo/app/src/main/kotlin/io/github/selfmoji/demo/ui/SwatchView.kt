package io.github.selfmoji.demo.ui

import android.content.Context
import android.graphics.Canvas
import android.graphics.Color
import android.graphics.Paint
import android.view.View
import io.github.selfmoji.demo.R
import io.github.selfmoji.demo.form.Swatch

/** A colour to choose: a dot, with a ring around it where it is chosen. */
class SwatchView(context: Context) : View(context) {
    private val fill = Paint(Paint.ANTI_ALIAS_FLAG)
    private val edge = stroke(R.color.swatch_edge, resources.displayMetrics.density)
    private val ring = stroke(R.color.accent, resources.getDimension(R.dimen.ring))
    private val diameter = resources.getDimension(R.dimen.swatch)

    init {
        setBackgroundResource(R.drawable.press_round)
        isChoice()
    }

    /** Shows a colour. */
    fun show(swatch: Swatch) {
        fill.color = Color.BLACK or swatch.rgb
        contentDescription = swatch.title
        isSelected = swatch.chosen
        invalidate()
    }

    override fun onDraw(canvas: Canvas) {
        val x = width / 2f
        val y = height / 2f
        val radius = diameter / 2
        if (isSelected) canvas.drawCircle(x, y, radius + ring.strokeWidth / 2, ring)
        val inner = if (isSelected) radius - ring.strokeWidth else radius
        canvas.drawCircle(x, y, inner, fill)
        // Colours near the background's would have no edge otherwise.
        canvas.drawCircle(x, y, inner - edge.strokeWidth / 2, edge)
    }

    private fun stroke(colour: Int, width: Float) = Paint(Paint.ANTI_ALIAS_FLAG).apply {
        style = Paint.Style.STROKE
        strokeWidth = width
        color = context.getColor(colour)
    }
}
