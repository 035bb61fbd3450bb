package io.github.selfmoji.demo.ui

import android.content.Context
import android.util.AttributeSet
import android.widget.FrameLayout

/** A card that is never much higher than it is wide: on a long screen, an emoji would be lost in it. */
class CardFrame(context: Context, attributes: AttributeSet?) : FrameLayout(context, attributes) {
    override fun onMeasure(width: Int, height: Int) {
        val most = (MeasureSpec.getSize(width) * HIGHEST).toInt()
        val given = MeasureSpec.getSize(height)
        val fixed = MeasureSpec.getMode(height) == MeasureSpec.EXACTLY
        super.onMeasure(width, if (fixed && given > most) MeasureSpec.makeMeasureSpec(most, MeasureSpec.EXACTLY) else height)
    }

    private companion object {
        const val HIGHEST = 1.36f
    }
}
