package io.github.selfmoji.demo

import android.app.Activity
import android.app.AlertDialog
import android.content.Intent
import android.os.Bundle
import android.view.ViewGroup
import android.widget.Toast
import io.github.selfmoji.Sticker
import io.github.selfmoji.awaitPng
import io.github.selfmoji.demo.screen.EditorScreen
import io.github.selfmoji.demo.screen.EmojiScreen
import io.github.selfmoji.demo.screen.Screen
import io.github.selfmoji.demo.screen.StartScreen
import io.github.selfmoji.demo.screen.StickersScreen
import io.github.selfmoji.demo.selfie.PhotoApps
import io.github.selfmoji.demo.share.FileNames
import io.github.selfmoji.demo.share.FilesProvider
import io.github.selfmoji.demo.share.Sharing
import io.github.selfmoji.demo.ui.edgeToEdge
import java.io.IOException
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.cancel
import kotlinx.coroutines.launch

/** The app's only activity: connects the visit with the screens, the camera and the share sheet. */
class MainActivity : Activity() {
    private lateinit var visit: Visit
    private lateinit var scope: CoroutineScope
    private lateinit var stage: Stage
    private val session: Session get() = visit.session
    private val photos = PhotoApps(this)
    private val sharing = Sharing(this)
    private val backKey = BackKey(this) { session.back() }
    private var unsaved = false

    override fun onCreate(saved: Bundle?) {
        super.onCreate(saved)
        scope = Visit.onUiThread()
        // One is left where the app was ended while the camera was open, and nobody came back to it.
        if (saved == null) PhotoApps.forgetCameraFile(this)
        setContentView(R.layout.main)
        val frame: ViewGroup = findViewById(R.id.stage)
        stage = Stage(frame) { screen(it, frame) }
        window.edgeToEdge(frame) { stage.bottom = it }
        @Suppress("DEPRECATION")
        val former = lastNonConfigurationInstance as Visit?
        visit = former ?: Visit(applicationContext).also { it.session.restore() }
        // The language may be another one since.
        if (former != null) session.go(session.scene.value.place)
        scope.launch { session.scene.collect(::show) }
    }

    @Deprecated("The only way to keep an object without AndroidX")
    override fun onRetainNonConfigurationInstance(): Any = visit

    override fun onDestroy() {
        scope.cancel()
        if (isFinishing) visit.end()
        super.onDestroy()
    }

    @Deprecated("Called before Android 13")
    override fun onBackPressed() {
        if (!session.back()) @Suppress("DEPRECATION") super.onBackPressed()
    }

    override fun onActivityResult(request: Int, result: Int, data: Intent?) {
        photos.photo(request, result, data)?.let(session::read)
    }

    private fun show(scene: Scene) {
        stage.show(scene)
        backKey.take(scene.canGoBack)
        if (scene.unsaved && !unsaved) say(R.string.problem_unsaved)
        unsaved = scene.unsaved
    }

    private fun screen(place: Place, frame: ViewGroup): Screen = when (place) {
        Place.START -> StartScreen(frame, visit.painter, scope, ::takeSelfie, ::choosePhoto)
        Place.EMOJI -> EmojiScreen(frame, session, visit.painter, scope, visit.welcomed, ::onMenu, ::shareEmoji)
        Place.EDITOR -> EditorScreen(frame, session, visit.painter, scope)
        Place.STICKERS -> {
            session.scene.value.recipe?.let(session.stickers::start)
            StickersScreen(frame, session, visit.painter, scope, ::shareSticker)
        }
    }

    private fun takeSelfie() {
        if (!photos.takeSelfie()) session.fail(Problem.NoApp)
    }

    private fun choosePhoto() {
        if (!photos.choosePhoto()) session.fail(Problem.NoApp)
    }

    private fun onMenu(item: Int): Boolean {
        when (item) {
            R.id.take_another -> takeSelfie()
            R.id.choose_another -> choosePhoto()
            R.id.forget -> askToForget()
        }
        return true
    }

    private fun askToForget() {
        AlertDialog.Builder(this)
            .setTitle(R.string.forget_title)
            .setMessage(R.string.forget_text)
            .setNegativeButton(R.string.keep, null)
            .setPositiveButton(R.string.forget) { _, _ -> forget() }
            .show()
    }

    private fun forget() {
        session.forget()
        PhotoApps.forgetCameraFile(this)
        FilesProvider.sharedFolder(this).deleteRecursively()
    }

    private fun shareEmoji() {
        val scene = session.scene.value
        val recipe = scene.recipe ?: return
        val pack = scene.pack ?: return
        share { sharing.send(FileNames.picture(recipe), pack.awaitPng(recipe, SHARED_SIZE), pack.altText(recipe)) }
    }

    private fun shareSticker(sticker: Sticker) {
        val pack = session.scene.value.recipe?.pack ?: return
        share { sharing.send(FileNames.sticker(pack, sticker.id), sticker.webp, sticker.alt) }
    }

    private fun share(send: suspend () -> Unit) {
        scope.launch {
            try {
                send()
            } catch (_: IOException) {
                say(R.string.problem_share)
            }
        }
    }

    private fun say(text: Int) = Toast.makeText(this, text, Toast.LENGTH_LONG).show()

    private companion object {
        /** Pixels each way: enough for a profile picture anywhere. */
        const val SHARED_SIZE = 1024
    }
}
