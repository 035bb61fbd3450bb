package io.github.selfmoji.demo

import io.github.selfmoji.Change
import io.github.selfmoji.Kind
import io.github.selfmoji.SelfmojiException
import io.github.selfmoji.demo.person.RecipeFile
import io.github.selfmoji.demo.selfie.SelfieSource
import java.io.File
import java.io.FileNotFoundException
import java.nio.file.Path
import java.util.concurrent.CountDownLatch
import java.util.concurrent.Executors
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.SupervisorJob
import kotlinx.coroutines.asCoroutineDispatcher
import kotlinx.coroutines.cancel
import kotlinx.coroutines.delay
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withContext
import kotlinx.coroutines.withTimeout
import org.junit.jupiter.api.AfterEach
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNotEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir

class SessionTest {
    @TempDir
    lateinit var folder: Path
    private val thread = Executors.newSingleThreadExecutor().asCoroutineDispatcher()
    private val scope = CoroutineScope(SupervisorJob() + thread)
    private val file get() = File(folder.toFile(), "recipe.json")

    @AfterEach
    fun end() {
        scope.cancel()
        thread.close()
    }

    private fun session() = Session(scope, Samples.atelier, RecipeFile(file)) { Samples.form }

    /** Does something as on the UI thread, and waits for a scene. */
    private fun Session.on(action: Session.() -> Unit, until: (Scene) -> Boolean): Scene = runBlocking {
        withContext(thread) { action() }
        withTimeout(60_000) { scene.first(until) }
    }

    private fun withEmoji() = session().apply {
        on({ restore() }) { !it.loading }
        on({ read(Samples.face) }) { it.place == Place.EMOJI }
    }

    @Test
    fun aPhotoBecomesAnEmojiThatIsKept() {
        val session = withEmoji()
        val scene = session.scene.value
        assertEquals(1, scene.arrivals)
        assertEquals(1, scene.portrait?.side)
        assertEquals(listOf("classic" to "Classic", "clay" to "Clay", "ink" to "Ink"), scene.styles)
        val later = session().on({ restore() }) { !it.loading }
        assertEquals(scene.recipe, later.recipe)
        assertEquals(Place.EMOJI, later.place)
        assertNull(later.portrait, "the selfie is not kept")
    }

    @Test
    fun nothingKeptIsTheStart() {
        val scene = session().on({ restore() }) { !it.loading }
        assertEquals(Place.START, scene.place)
        assertFalse(scene.canGoBack)
    }

    @Test
    fun aPhotoWithoutAFaceSaysSoAndLeavesTheEmoji() {
        val session = withEmoji()
        val before = session.scene.value.recipe
        val scene = session.on({ read(Samples.wall) }) { it.welcome is Welcome.Failed }
        val problem = (scene.welcome as Welcome.Failed).problem as Problem.Library
        assertTrue(problem.cause is SelfmojiException.NoFace)
        val back = session.on({ assertTrue(back()) }) { it.place == Place.EMOJI }
        assertEquals(before, back.recipe)
    }

    @Test
    fun aFileThatCannotBeOpenedSaysSo() {
        val scene = session().on({ read { throw FileNotFoundException() } }) { it.welcome is Welcome.Failed }
        assertEquals(Welcome.Failed(Problem.Unreadable), scene.welcome)
    }

    @Test
    fun changesCanBeUndoneAndRedone() {
        val session = withEmoji()
        val before = session.scene.value.recipe
        session.on({ go(Place.EDITOR) }) { it.place == Place.EDITOR && it.pages.size == 9 }
        val bald = session.on({ change(Change.Part(Kind.HAIR, "bald")) }) { it.recipe?.parts?.get(Kind.HAIR) == "bald" }
        assertEquals(Place.EDITOR, bald.place)
        assertEquals(before, session.on({ undo() }) { it.history?.canRedo == true }.recipe)
        assertEquals(bald.recipe, session.on({ redo() }) { it.history?.canRedo == false }.recipe)
        assertEquals(bald.recipe, RecipeFile(file).load())
    }

    @Test
    fun noStepIsLostHoweverFastTheyCome() {
        val session = withEmoji()
        val hairs = listOf("bald", "buzz", "bob", "bun", "locs", "quiff")
        val scene = session.on({ hairs.forEach { change(Change.Part(Kind.HAIR, it)) } }) { it.history?.past?.size == hairs.size }
        assertEquals("quiff", scene.recipe?.parts?.get(Kind.HAIR))
    }

    @Test
    fun aPreviewIsShownButNotKept() {
        val session = withEmoji()
        val kept = file.readText()
        val scene = session.on({ preview(Change.Axis(Kind.EYES, "size", 0.5f)) }) { it.preview != null }
        assertNotEquals(scene.recipe, scene.shown)
        assertFalse(scene.history!!.canUndo)
        assertEquals(kept, file.readText())
    }

    @Test
    fun aChangeThatCannotBeMadeChangesNothing() {
        val session = withEmoji()
        val scene = session.on({
            change(Change.Part(Kind.HAIR, "no such hair"))
            change(Change.Expression("happy"))
        }) { it.recipe?.expression == "happy" }
        assertEquals(1, scene.history?.past?.size)
    }

    @Test
    fun stylesCanBeSwitchedAndUndone() {
        val session = withEmoji()
        val before = session.scene.value.recipe
        assertEquals("ink", session.on({ wear("ink") }) { it.recipe?.pack == "ink" }.pack?.info()?.name)
        assertEquals(before, session.on({ wear("classic") }) { it.recipe?.pack == "classic" }.recipe)
        assertEquals("ink", session.on({ undo() }) { it.history?.canRedo == true }.recipe?.pack)
    }

    @Test
    fun forgettingForgetsEverything() {
        val session = withEmoji()
        session.on({ forget() }) { it.place == Place.START }
        assertNull(session.scene.value.recipe)
        assertNull(session.scene.value.portrait)
        runBlocking { withTimeout(60_000) { while (!folder.toFile().list().isNullOrEmpty()) delay(5) } }
    }

    @Test
    fun aPhotoThatIsStillBeingReadIsForgottenToo() {
        val session = session()
        val opened = CountDownLatch(1)
        val goOn = CountDownLatch(1)
        session.on({
            read(SelfieSource {
                opened.countDown()
                goOn.await()
                Samples.face.open()
            })
        }) { it.welcome is Welcome.Reading }
        opened.await()
        session.on({ forget() }) { it.welcome is Welcome.Greeting }
        goOn.countDown()
        // Comes after the reading, as one thing comes after the other.
        session.on({ restore() }) { it.styles.isNotEmpty() }
        assertNull(session.scene.value.recipe)
        assertTrue(folder.toFile().list().isNullOrEmpty())
    }

    @Test
    fun aFullPhoneIsNoticed() {
        file.mkdirs()
        File(file, "in the way").writeText("")
        val scene = session().on({ read(Samples.face) }) { it.place == Place.EMOJI }
        assertTrue(scene.unsaved)
    }
}
