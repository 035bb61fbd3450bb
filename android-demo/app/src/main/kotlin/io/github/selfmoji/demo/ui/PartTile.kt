package io.github.selfmoji.demo.ui

import android.content.Context
import android.widget.ImageView
import io.github.selfmoji.Recipe
import io.github.selfmoji.demo.R
import io.github.selfmoji.demo.form.Choice
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Job
import kotlinx.coroutines.launch

/** A drawing to choose. It is drawn when it comes into view, and not any more once it has left it. */
class PartTile(context: Context, private val painter: Painter, private val scope: CoroutineScope) : ImageView(context) {
    private val size = resources.getDimensionPixelSize(R.dimen.part_tile)
    private var thumbnail: Thumbnail? = null
    private var shown: Thumbnail? = null
    private var drawing: Job? = null

    init {
        setBackgroundResource(R.drawable.tile)
        foreground = context.getDrawable(R.drawable.tile_over)
        clipToOutline = true
        scaleType = ScaleType.CENTER
        isChoice()
    }

    /** What it stands for from now on. The former picture stays until the new one is there. */
    fun bind(recipe: Recipe, choice: Choice) {
        contentDescription = choice.title
        isSelected = choice.chosen
        drawing?.cancel()
        drawing = null
        thumbnail = if (choice.nothing) null else Thumbnail(recipe, choice.change, size)
        if (choice.nothing) setImageResource(R.drawable.none)
    }

    /** Draws what is not drawn yet. */
    fun appear() {
        val wanted = thumbnail ?: return
        if (wanted == shown || drawing?.isActive == true) return
        val ready = painter.drawn(wanted)
        if (ready != null) {
            setImageBitmap(ready)
            shown = wanted
            return
        }
        drawing = scope.launch {
            setImageBitmap(painter.draw(wanted))
            shown = wanted
        }
    }

    /** Gives up drawing. */
    fun vanish() {
        drawing?.cancel()
        drawing = null
    }
}
