package io.github.selfmoji.demo.ui

import android.content.Context
import android.util.AttributeSet
import android.view.ViewGroup
import android.widget.LinearLayout
import android.widget.TextView
import io.github.selfmoji.demo.R

/** A row of words, one of them chosen. As wide as its words, or, where the layout gives it a width, shared out evenly. */
class PillsView(context: Context, attributes: AttributeSet?) : LinearLayout(context, attributes) {
    /** Is told the number of the word that was tapped. */
    var onChoose: (Int) -> Unit = {}

    /** Shows these words, the one of that number chosen. */
    fun show(titles: List<String>, chosen: Int) {
        if (titles != (0 until childCount).map { (getChildAt(it) as TextView).text.toString() }) {
            removeAllViews()
            titles.forEachIndexed { index, title -> addView(pill(title, index)) }
        }
        for (index in 0 until childCount) getChildAt(index).isSelected = index == chosen
    }

    private fun pill(title: String, index: Int) = TextView(context, null, 0, R.style.Pill).apply {
        text = title
        isChoice()
        setOnClickListener { onChoose(index) }
        layoutParams = if (this@PillsView.layoutParams?.width == ViewGroup.LayoutParams.MATCH_PARENT) {
            LayoutParams(0, ViewGroup.LayoutParams.MATCH_PARENT, 1f)
        } else {
            LayoutParams(ViewGroup.LayoutParams.WRAP_CONTENT, ViewGroup.LayoutParams.WRAP_CONTENT)
        }
    }
}
