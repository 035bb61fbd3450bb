package io.github.selfmoji.demo.ui

import android.content.Context
import android.widget.ImageView
import io.github.selfmoji.Sticker
import io.github.selfmoji.demo.R
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Job
import kotlinx.coroutines.launch

/** A sticker on a square of paper. */
class StickerTile(context: Context, private val painter: Painter, private val scope: CoroutineScope) : ImageView(context) {
    private var sticker: Sticker? = null
    private var drawing: Job? = null

    init {
        setBackgroundResource(R.drawable.tile)
        foreground = context.getDrawable(R.drawable.sticker_over)
        val gap = resources.getDimensionPixelSize(R.dimen.gap)
        setPadding(gap, gap, gap, gap)
    }

    /** Shows a sticker, and gives up the one before. */
    fun bind(sticker: Sticker) {
        if (sticker === this.sticker) return
        this.sticker = sticker
        contentDescription = sticker.alt
        setImageDrawable(null)
        drawing?.cancel()
        drawing = scope.launch { setImageBitmap(painter.sticker(sticker)) }
    }

    override fun onMeasure(width: Int, height: Int) = super.onMeasure(width, width)
}
