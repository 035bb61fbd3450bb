package io.github.selfmoji.demo

import android.app.Activity
import android.app.AlertDialog
import android.content.Intent
import android.graphics.Bitmap
import android.graphics.Color
import android.graphics.Insets
import android.net.Uri
import android.os.Handler
import android.os.Looper
import android.view.PixelCopy
import android.view.View
import android.view.ViewGroup
import android.view.WindowInsets
import android.widget.TextView
import io.github.selfmoji.demo.ui.EmojiView
import java.io.ByteArrayOutputStream
import java.io.File
import java.io.FileOutputStream
import java.time.Duration
import org.robolectric.Robolectric
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.android.controller.ActivityController
import org.robolectric.shadows.ShadowAlertDialog
import org.robolectric.shadows.ShadowChoreographer
import org.robolectric.shadows.ShadowPopupMenu

/**
 * A phone with the app on it: what a person does with it, and pictures of its screen.
 *
 * @param animated whether animations take their time; otherwise they are at their end at once.
 */
class Phone(animated: Boolean = false) : AutoCloseable {
    private val controller: ActivityController<MainActivity> = Robolectric.buildActivity(MainActivity::class.java)
    val activity: MainActivity get() = controller.get()

    init {
        ShadowChoreographer.setPaused(animated)
        if (animated) ShadowChoreographer.setFrameDelay(Duration.ofMillis(16))
        controller.setup()
        bars()
        await("the first screen") { find<View>(R.id.stage) != null && (find<ViewGroup>(R.id.stage)?.childCount ?: 0) > 0 }
    }

    /** Lets all that is to happen on the UI thread happen, for as long as a condition takes to come true. */
    fun await(what: String, condition: () -> Boolean) {
        val end = System.nanoTime() + PATIENCE.toNanos()
        while (true) {
            shadowOf(Looper.getMainLooper()).idleFor(Duration.ofMillis(16))
            if (condition()) return
            check(System.nanoTime() < end) { "waited in vain for $what" }
            Thread.sleep(5)
        }
    }

    /** Lets animations end, and drawings that are still being made. */
    fun rest(milliseconds: Long = 700) {
        repeat((milliseconds / 16).toInt()) {
            shadowOf(Looper.getMainLooper()).idleFor(Duration.ofMillis(16))
            Thread.sleep(8)
        }
    }

    /** Taps a button. */
    fun tap(id: Int) {
        check(checkNotNull(find<View>(id)) { "no such button" }.performClick())
    }

    /** Taps the word of that number in a row of words. */
    fun tap(row: Int, number: Int) {
        check(checkNotNull(find<ViewGroup>(row)) { "no such row" }.getChildAt(number).performClick())
    }

    /** Gives the app a photo, as the photo picker does. */
    fun choose(photo: ByteArray) {
        tap(R.id.choose_photo)
        give(photo)
    }

    /** Answers the photo picker that was just opened. */
    fun give(photo: ByteArray) {
        val uri = Uri.parse("content://photos/${photo.size}")
        shadowOf(activity.contentResolver).registerInputStream(uri, photo.inputStream())
        val asked = shadowOf(activity).nextStartedActivityForResult
        shadowOf(activity).receiveResult(asked.intent, Activity.RESULT_OK, Intent().setData(uri))
    }

    /** Waits until the emoji's screen shows it. */
    fun awaitEmoji() = await("the emoji") { find<EmojiView>(R.id.emoji)?.bitmap != null && find<View>(R.id.styles) != null }

    /** Turns the phone. */
    fun turn(qualifiers: String) {
        RuntimeEnvironment.setQualifiers(qualifiers)
        controller.recreate()
        bars()
        rest()
    }

    /** Says yes to being forgotten. */
    fun forget() {
        val menu = ShadowPopupMenu.getLatestPopupMenu()
        shadowOf(menu).onMenuItemClickListener.onMenuItemClick(menu.menu.findItem(R.id.forget))
        rest()
        ShadowAlertDialog.getLatestAlertDialog().getButton(AlertDialog.BUTTON_POSITIVE).performClick()
    }

    /** What was given to the share sheet. */
    fun sent(): Intent {
        var chooser: Intent? = null
        await("the share sheet") {
            val started = shadowOf(activity).nextStartedActivity
            if (started?.action == Intent.ACTION_CHOOSER) chooser = started
            chooser != null
        }
        return checkNotNull(chooser?.getParcelableExtra(Intent.EXTRA_INTENT, Intent::class.java))
    }

    /** The system's bars, which lie over the app here as they do on a phone. */
    private fun bars() {
        val density = activity.resources.displayMetrics.density
        val insets = WindowInsets.Builder()
            .setInsets(WindowInsets.Type.statusBars(), Insets.of(0, (28 * density).toInt(), 0, 0))
            .setInsets(WindowInsets.Type.navigationBars(), Insets.of(0, 0, 0, (20 * density).toInt()))
            .build()
        activity.window.decorView.dispatchApplyWindowInsets(insets)
    }

    /** The view of that id. */
    fun <T : View> find(id: Int): T? = activity.findViewById(id)

    /** All words on the screen. */
    fun words(): List<String> =
        views(activity.window.decorView).filterIsInstance<TextView>().filter { it.isShown }.map { it.text.toString() }.toList()

    /** Every view at and below one. */
    fun views(view: View): Sequence<View> = sequence {
        yield(view)
        if (view is ViewGroup) for (index in 0 until view.childCount) yieldAll(views(view.getChildAt(index)))
    }

    /** Keeps a picture of the screen. */
    fun picture(name: String) {
        bars()
        rest(SETTLING_MS)
        val view = activity.window.decorView
        val bitmap = Bitmap.createBitmap(view.width, view.height, Bitmap.Config.ARGB_8888)
        var done = false
        PixelCopy.request(activity.window, bitmap, { done = true }, Handler(Looper.getMainLooper()))
        await("the picture") { done }
        folder.mkdirs()
        FileOutputStream(File(folder, "$name.png")).use { bitmap.compress(Bitmap.CompressFormat.PNG, 100, it) }
    }

    override fun close() {
        controller.pause().stop().destroy()
    }

    companion object {
        private const val SETTLING_MS = 64L
        private val PATIENCE = Duration.ofSeconds(60)
        private val folder = File("target/screens")
        private val root = generateSequence(File("").absoluteFile) { it.parentFile }.first { File(it, "examples/portrait.jpg").exists() }

        /** The one real face among the project's examples. */
        val portrait: ByteArray = File(root, "examples/portrait.jpg").readBytes()

        /** A picture of nobody. */
        val wall: ByteArray by lazy {
            val bytes = ByteArrayOutputStream()
            val wall = Bitmap.createBitmap(640, 480, Bitmap.Config.ARGB_8888).apply { eraseColor(Color.LTGRAY) }
            wall.compress(Bitmap.CompressFormat.PNG, 100, bytes)
            bytes.toByteArray()
        }
    }
}
