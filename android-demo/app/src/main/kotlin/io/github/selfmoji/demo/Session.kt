package io.github.selfmoji.demo

import io.github.selfmoji.Change
import io.github.selfmoji.Recipe
import io.github.selfmoji.SelfmojiException
import io.github.selfmoji.StickersWanted
import io.github.selfmoji.awaitStickers
import io.github.selfmoji.demo.form.FormMaker
import io.github.selfmoji.demo.form.Page
import io.github.selfmoji.demo.person.Atelier
import io.github.selfmoji.demo.person.History
import io.github.selfmoji.demo.person.Looks
import io.github.selfmoji.demo.person.RecipeFile
import io.github.selfmoji.demo.selfie.SelfieSource
import io.github.selfmoji.demo.stickers.StickerWork
import java.io.IOException
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.Job
import kotlinx.coroutines.cancelChildren
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.flow.update
import kotlinx.coroutines.launch
import kotlinx.coroutines.sync.Mutex
import kotlinx.coroutines.sync.withLock
import kotlinx.coroutines.withContext

/**
 * One person's visit: what they see, and what they can do. It outlives the activity when the phone is turned.
 *
 * Call it on the UI thread; it works on others, one thing after the other, and tells of what comes of it through [scene].
 *
 * @param scope ends with the visit.
 * @param form makes the editor's pages; asked each time, as the language may have changed.
 */
class Session(
    private val scope: CoroutineScope,
    private val atelier: Atelier,
    private val kept: RecipeFile,
    private val form: () -> FormMaker,
) {
    private val mutable = MutableStateFlow(Scene())
    private val turn = Mutex()
    private var reading: Job? = null
    private var previews: Job? = null

    /** What is to be seen. */
    val scene: StateFlow<Scene> = mutable.asStateFlow()

    /** The person's stickers. */
    val stickers = StickerWork(scope) { recipe, onProgress ->
        atelier.packOf(recipe).awaitStickers(recipe, StickersWanted(animated = false), onProgress).still
    }

    /** Brings back the kept recipe. One of a style that is not known here is passed over. */
    fun restore() = inTurn {
        val styles = atelier.styleNames.map { it to atelier.pack(it).info().title }
        val shown = try {
            kept.load()?.let { show(History(Looks(it))) }
        } catch (_: SelfmojiException) {
            null
        }
        outcome { former ->
            val scene = (shown?.invoke(former) ?: former).copy(loading = false, styles = styles)
            // The camera's photo may be waiting already.
            if (scene.welcome is Welcome.Greeting) scene.copy(place = scene.home) else scene
        }
    }

    /** Makes an emoji of a photo. A photo that is still being read is given up. */
    fun read(source: SelfieSource) {
        reading?.cancel()
        mutable.update { it.copy(place = Place.START, welcome = Welcome.Reading) }
        reading = inTurn {
            try {
                val style = scene.value.recipe?.pack ?: atelier.styleNames.first()
                val (looks, portrait) = source.open().use { selfie ->
                    val (looks, face) = atelier.read(selfie.photo, style)
                    looks to selfie.portrait(face)
                }
                val shown = show(History(looks))
                val saved = save(looks)
                outcome {
                    saved(shown(it)).copy(place = Place.EMOJI, welcome = Welcome.Greeting, portrait = portrait, arrivals = it.arrivals + 1)
                }
            } catch (failed: SelfmojiException) {
                outcome { it.copy(welcome = Welcome.Failed(Problem.Library(failed))) }
            } catch (_: IOException) {
                outcome { it.copy(welcome = Welcome.Failed(Problem.Unreadable)) }
            }
        }
    }

    /** Says on the start screen that there is no photo to read. */
    fun fail(problem: Problem) = mutable.update { it.copy(place = Place.START, welcome = Welcome.Failed(problem)) }

    /** Another style for the same person. */
    fun wear(style: String) = step { looks -> looks.wearing(style) { atelier.restyle(it, style) } }

    /** Makes a change. */
    fun change(change: Change) = step { looks -> looks.edited(atelier.packOf(looks.recipe).edit(looks.recipe, listOf(change))) }

    /** Shows what a change would look like. Of several in a row, those that have not begun are passed over. */
    fun preview(change: Change) {
        previews?.cancel()
        previews = inTurn {
            val recipe = scene.value.recipe ?: return@inTurn nothing
            val tried = try {
                atelier.packOf(recipe).edit(recipe, listOf(change))
            } catch (_: SelfmojiException.Edit) {
                return@inTurn nothing
            }
            outcome { it.copy(preview = tried) }
        }
    }

    /** One step back. */
    fun undo() = move { it.undo() }

    /** One step forth again. */
    fun redo() = move { it.redo() }

    /** Opens the editor's page of that number. */
    fun open(page: Int) = mutable.update { it.copy(page = page) }

    /** Goes to another screen. */
    fun go(place: Place) {
        inTurn {
            val pages = if (place == Place.EDITOR) scene.value.recipe?.let(::pages).orEmpty() else emptyList()
            outcome { it.copy(place = place, pages = pages, preview = null) }
        }
    }

    /** Goes back one screen. Returns false where there is none to go back to. */
    fun back(): Boolean {
        if (!scene.value.canGoBack) return false
        reading?.cancel()
        mutable.update { it.copy(place = it.home, welcome = Welcome.Greeting, preview = null) }
        return true
    }

    /** Forgets the person: the recipe, the selfie, the stickers, and whatever is still being worked on. */
    fun forget() {
        scope.coroutineContext.cancelChildren()
        stickers.cancel()
        mutable.update { Scene(loading = false, styles = it.styles) }
        inTurn {
            kept.forget()
            nothing
        }
    }

    private fun step(change: (Looks) -> Looks) = move { history ->
        try {
            history.push(change(history.present))
        } catch (_: SelfmojiException.Edit) {
            // Chosen from a form that another change has made stale a moment before.
            history
        }
    }

    private fun move(change: (History<Looks>) -> History<Looks>) {
        previews?.cancel()
        inTurn {
            val history = scene.value.history ?: return@inTurn nothing
            val moved = change(history)
            val shown = show(moved)
            val saved = save(moved.present)
            outcome { saved(shown(it)) }
        }
    }

    private fun show(history: History<Looks>): (Scene) -> Scene {
        val recipe = history.present.recipe
        val pack = atelier.packOf(recipe)
        val pages = if (scene.value.place == Place.EDITOR) pages(recipe) else emptyList()
        return { it.copy(history = history, preview = null, pack = pack, pages = pages) }
    }

    private fun save(looks: Looks): (Scene) -> Scene {
        val saved = try {
            kept.save(looks.recipe)
            true
        } catch (_: IOException) {
            false
        }
        return { it.copy(unsaved = !saved) }
    }

    private fun pages(recipe: Recipe): List<Page> = form().pages(atelier.packOf(recipe).editOptions(recipe))

    /**
     * Works off the UI thread, and after what was asked for earlier, so that no step is lost. What comes of it is put into the scene on the UI
     * thread, unless the work was cancelled by then.
     */
    private fun inTurn(work: () -> (Scene) -> Scene): Job = scope.launch {
        turn.withLock {
            val outcome = withContext(Dispatchers.Default) { work() }
            mutable.update(outcome)
        }
    }

    private companion object {
        val nothing: (Scene) -> Scene = { it }

        fun outcome(change: (Scene) -> Scene): (Scene) -> Scene = change
    }
}
