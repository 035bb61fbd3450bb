package io.github.selfmoji.demo.ui

import android.content.Context
import android.widget.HorizontalScrollView
import android.widget.LinearLayout
import io.github.selfmoji.Change
import io.github.selfmoji.demo.R
import io.github.selfmoji.demo.form.Swatches

/** Colours to choose from, to be scrolled sideways. */
class SwatchRow(context: Context, private val onChange: (Change) -> Unit) : HorizontalScrollView(context) {
    private val row = LinearLayout(context)

    init {
        // The dots are smaller than what can be touched, so the row begins a little earlier.
        val edge = resources.getDimensionPixelSize(R.dimen.edge) - resources.getDimensionPixelSize(R.dimen.ring) * 2
        isHorizontalScrollBarEnabled = false
        clipToPadding = false
        setPaddingRelative(edge, 0, edge, 0)
        addView(row)
    }

    /** Shows these colours. */
    fun show(swatches: Swatches) {
        val size = resources.getDimensionPixelSize(R.dimen.touch)
        while (row.childCount > swatches.swatches.size) row.removeViewAt(row.childCount - 1)
        while (row.childCount < swatches.swatches.size) row.addView(SwatchView(context), size, size)
        swatches.swatches.forEachIndexed { index, swatch ->
            val view = row.getChildAt(index) as SwatchView
            view.show(swatch)
            view.setOnClickListener { if (!swatch.chosen) onChange(swatch.change) }
        }
    }
}
