package io.github.selfmoji.demo.ui

import io.github.selfmoji.Recipe
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Job
import kotlinx.coroutines.launch

/**
 * Keeps a view showing the emoji of the newest recipe.
 *
 * @param size of the drawing, in pixels.
 */
class Drawing(private val view: EmojiView, private val painter: Painter, private val scope: CoroutineScope, private val size: Int) {
    private var recipe: Recipe? = null
    private var job: Job? = null

    /** Draws a recipe, if it is another one. [onDrawn] is called when it is to be seen; one that a newer recipe has overtaken never is. */
    fun show(recipe: Recipe, onDrawn: () -> Unit = {}) {
        if (recipe == this.recipe) return
        this.recipe = recipe
        job?.cancel()
        job = scope.launch {
            val (bitmap, alt) = painter.emoji(recipe, size)
            view.bitmap = bitmap
            view.contentDescription = alt
            onDrawn()
        }
    }
}
