package io.github.selfmoji.demo.stickers

import io.github.selfmoji.Recipe
import io.github.selfmoji.SelfmojiException
import io.github.selfmoji.Sticker
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Job
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.isActive
import kotlinx.coroutines.launch

/**
 * Makes a person's stickers, one sheet at a time.
 *
 * @param make makes the stickers of a recipe, and says on the way how many of how many steps are done, on any thread.
 */
class StickerWork(private val scope: CoroutineScope, private val make: suspend (Recipe, (Int, Int) -> Unit) -> List<Sticker>) {
    private val mutable = MutableStateFlow<StickerSheet>(StickerSheet.None)
    private var job: Job? = null
    private var recipe: Recipe? = null

    /** How far it is. */
    val sheet: StateFlow<StickerSheet> = mutable.asStateFlow()

    /** Starts on a recipe's stickers. Where they are there already, or being made, nothing is done again. */
    fun start(recipe: Recipe) {
        val done = mutable.value is StickerSheet.Ready || mutable.value is StickerSheet.Making
        if (done && this.recipe == recipe) return
        cancel()
        this.recipe = recipe
        mutable.value = StickerSheet.Making(0, 0)
        job = scope.launch {
            mutable.value = try {
                // A step of work that was stopped may still be told of; it is no news.
                StickerSheet.Ready(make(recipe) { done, total -> if (isActive) mutable.value = StickerSheet.Making(done, total) })
            } catch (stopped: CancellationException) {
                throw stopped
            } catch (failed: SelfmojiException) {
                StickerSheet.Failed(failed)
            }
        }
    }

    /** Stops, and forgets the stickers that are there. */
    fun cancel() {
        job?.cancel()
        job = null
        recipe = null
        mutable.value = StickerSheet.None
    }
}

/** A sheet of stickers, on its way. */
sealed interface StickerSheet {
    /** Nobody has asked for it, or the work was stopped. */
    data object None : StickerSheet

    /** [done] of [total] steps are done; [total] is 0 until it is known. */
    data class Making(val done: Int, val total: Int) : StickerSheet

    /** All stickers, in the order of the pack's expressions. */
    data class Ready(val stickers: List<Sticker>) : StickerSheet

    /** It could not be made. */
    data class Failed(val cause: SelfmojiException) : StickerSheet
}
