package io.github.selfmoji.demo

import android.app.Activity
import android.app.Application
import android.content.Intent
import android.net.Uri
import android.view.View
import android.view.ViewGroup
import android.widget.GridView
import android.widget.HorizontalScrollView
import android.widget.SeekBar
import io.github.selfmoji.demo.share.FilesProvider
import io.github.selfmoji.demo.ui.EmojiView
import io.github.selfmoji.demo.ui.PartStrip
import io.github.selfmoji.demo.ui.PartTile
import io.github.selfmoji.demo.ui.PortraitView
import io.github.selfmoji.demo.ui.SwatchRow
import java.io.File
import java.io.FileNotFoundException
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNotEquals
import org.junit.Assert.assertNull
import org.junit.Assert.assertThrows
import org.junit.Assert.assertTrue
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Robolectric
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config

/** Walks through the app with the real library, and keeps a picture of every screen in target/screens. */
@RunWith(RobolectricTestRunner::class)
@Config(sdk = [35], qualifiers = "w411dp-h891dp-420dpi")
class ScreensTest {
    private val app: Application get() = RuntimeEnvironment.getApplication()

    @Before
    fun provider() {
        Robolectric.buildContentProvider(FilesProvider::class.java).create("io.github.selfmoji.demo.files")
    }

    @Test
    fun fromPhotoToEmojiInEveryStyle() = Phone(animated = true).use { phone ->
        phone.rest(1200)
        phone.picture("start")
        phone.choose(Phone.portrait)
        phone.awaitEmoji()
        phone.rest(60)
        phone.picture("arrival-1")
        phone.rest(480)
        phone.picture("arrival-2")
        phone.rest(1200)
        phone.picture("emoji")
        val emoji = checkNotNull(phone.find<EmojiView>(R.id.emoji))
        assertTrue("the selfie is shown", checkNotNull(phone.find<PortraitView>(R.id.portrait)).isShown)
        assertTrue("says what is drawn", emoji.contentDescription.startsWith("Emoji of a person"))
        assertFalse("what was seen is what the program sees", "sun hat" in emoji.contentDescription)
        for ((number, style) in listOf(1 to "clay", 2 to "ink")) {
            phone.tap(R.id.styles, number)
            phone.rest(1200)
            phone.picture("emoji-$style")
            assertEquals(style, kept()?.let { Regex("\"pack\": \"(\\w+)\"").find(it)?.groupValues?.get(1) })
        }
    }

    @Test
    fun editor() = Phone().use { phone ->
        phone.choose(Phone.portrait)
        phone.awaitEmoji()
        phone.tap(R.id.edit)
        phone.await("the form") { phone.find<ViewGroup>(R.id.tabs)?.childCount == 9 }
        phone.rest(2000)
        assertFalse(checkNotNull(phone.find<View>(R.id.undo)).isEnabled)
        phone.picture("editor-face")
        val names = listOf("hair", "eyes", "mouth", "beard", "skin", "accessories", "body", "expressions")
        for ((index, name) in names.withIndex()) {
            phone.tap(R.id.tabs, index + 1)
            phone.rest(2000)
            phone.picture("editor-$name")
        }
        val before = kept()
        phone.tap(R.id.tabs, 1)
        phone.rest()
        val tiles = phone.views(phone.activity.window.decorView).filterIsInstance<PartTile>()
        tiles.first { !it.isSelected && it.contentDescription == "Long waves" }.performClick()
        phone.await("the change") { kept() != before }
        phone.rest(1500)
        phone.picture("editor-edited")
        assertTrue(checkNotNull(phone.find<View>(R.id.undo)).isEnabled)
        phone.tap(R.id.undo)
        phone.await("the undoing") { kept() == before }
        phone.tap(R.id.redo)
        phone.await("the redoing") { kept() != before }
        phone.tap(R.id.tabs, 2)
        phone.rest()
        val bar = phone.views(phone.activity.window.decorView).filterIsInstance<SeekBar>().first { it.contentDescription == "Tilt" }
        shadowOf(bar).onSeekBarChangeListener.run {
            onStartTrackingTouch(bar)
            bar.progress = 180
            onProgressChanged(bar, 180, true)
            onStopTrackingTouch(bar)
        }
        phone.await("the slider's change") { "\"tilt\"" in kept().orEmpty() }
    }

    @Test
    fun thumbnailsAreDrawnWhereTheyAreSeen() = Phone().use { phone ->
        phone.choose(Phone.portrait)
        phone.awaitEmoji()
        phone.tap(R.id.edit)
        phone.await("the form") { phone.find<ViewGroup>(R.id.tabs)?.childCount == 9 }
        phone.tap(R.id.tabs, 8)
        phone.rest(2500)
        val strip = phone.views(phone.activity.window.decorView).filterIsInstance<PartStrip>().first()
        val tiles = phone.views(strip).filterIsInstance<PartTile>().toList()
        assertNull("one out of sight is not drawn", tiles.last().drawable)
        strip.scrollTo(strip.getChildAt(0).width, 0)
        phone.await("the last thumbnail") { tiles.last().drawable != null }
    }

    @Test
    fun stickers() = Phone().use { phone ->
        phone.choose(Phone.portrait)
        phone.awaitEmoji()
        phone.tap(R.id.stickers)
        phone.await("progress") { phone.words().any { " of " in it } }
        phone.picture("stickers-making")
        phone.tap(R.id.status_button)
        phone.await("the stop") { "No stickers yet." in phone.words() }
        phone.tap(R.id.status_button)
        phone.await("the stickers") { phone.find<View>(R.id.grid)?.isShown == true }
        phone.rest(2000)
        phone.picture("stickers")
        val grid = checkNotNull(phone.find<GridView>(R.id.grid))
        assertEquals(32, grid.adapter.count)
        grid.performItemClick(grid.getChildAt(2), 2, 2)
        val sent = phone.sent()
        assertEquals("image/webp", sent.type)
        assertTrue("laughing" in sent.getStringExtra(Intent.EXTRA_TITLE).orEmpty())
        assertEquals("RIFF", String(read(sent), 0, 4))
    }

    @Test
    fun shareGivesOneFileToRead() = Phone().use { phone ->
        phone.choose(Phone.portrait)
        phone.awaitEmoji()
        phone.tap(R.id.share)
        val sent = phone.sent()
        assertEquals("image/png", sent.type)
        assertNotEquals(0, sent.flags and Intent.FLAG_GRANT_READ_URI_PERMISSION)
        assertEquals("PNG", String(read(sent), 1, 3))
        assertTrue(sent.clipData!!.description.label.startsWith("Emoji of a person"))
        val uri = sent.clipData!!.getItemAt(0).uri
        assertThrows(FileNotFoundException::class.java) { app.contentResolver.openOutputStream(uri) }
        for (other in listOf("shared/..%2Frecipe.json", "recipe.json", "shared/../../files/recipe.json")) {
            assertThrows(other, FileNotFoundException::class.java) {
                app.contentResolver.openInputStream(Uri.parse("content://io.github.selfmoji.demo.files/$other"))
            }
        }
    }

    @Test
    fun aPhotoWithoutAFace() = Phone().use { phone ->
        phone.choose(Phone.wall)
        phone.await("the problem") { phone.find<View>(R.id.problem)!!.isShown }
        assertTrue(phone.words().any { it.startsWith("No face was found") })
        phone.rest()
        phone.picture("problem")
        phone.choose(Phone.portrait)
        phone.awaitEmoji()
    }

    @Test
    fun theSelfieIsNeverAFileAndForgettingLeavesNothing() = Phone().use { phone ->
        phone.tap(R.id.take_selfie)
        val camera = shadowOf(phone.activity).nextStartedActivityForResult
        val wanted = checkNotNull(camera.intent.clipData).getItemAt(0).uri
        checkNotNull(app.contentResolver.openOutputStream(wanted)).use { it.write(Phone.portrait) }
        assertTrue(FilesProvider.cameraFile(app).exists())
        shadowOf(phone.activity).receiveResult(camera.intent, Activity.RESULT_OK, null)
        phone.awaitEmoji()
        assertFalse("the camera's file is gone", FilesProvider.cameraFile(app).exists())
        assertEquals(listOf("recipe.json"), files())
        phone.rest()
        phone.tap(R.id.more)
        phone.rest()
        phone.forget()
        phone.await("the first screen") { phone.find<View>(R.id.take_selfie) != null }
        phone.await("the deletion") { files().isEmpty() }
    }

    @Test
    fun turningAndComingBack() = Phone().use { phone ->
        phone.choose(Phone.portrait)
        phone.awaitEmoji()
        phone.tap(R.id.edit)
        phone.await("the form") { phone.find<ViewGroup>(R.id.tabs)?.childCount == 9 }
        phone.tap(R.id.tabs, 2)
        phone.turn("w891dp-h411dp-land-420dpi")
        phone.rest(2000)
        phone.picture("land-editor")
        assertTrue("the selfie is still there", checkNotNull(phone.find<PortraitView>(R.id.portrait)).isShown)
        phone.tap(R.id.back)
        phone.rest(1200)
        phone.picture("land-emoji")
        phone.turn("w411dp-h891dp-port-420dpi")
        phone.awaitEmoji()
        Phone().use { later ->
            later.awaitEmoji()
            later.rest(1200)
            later.picture("emoji-later")
            assertFalse("no selfie is kept", checkNotNull(later.find<PortraitView>(R.id.portrait)).isShown)
        }
    }

    @Test
    @Config(qualifiers = "+night")
    fun dark() = tour("dark")

    @Test
    @Config(qualifiers = "+de")
    fun german() = tour("german") { words -> assertTrue("Nichts verlässt dieses Telefon." in words) }

    @Test
    @Config(fontScale = 1.8f)
    fun largeFont() = tour("large")

    @Test
    @Config(qualifiers = "+ar-ldrtl")
    fun rightToLeft() = tour("rtl")

    @Test
    @Config(qualifiers = "w360dp-h640dp-xhdpi")
    fun small() = tour("small")

    /** A short walk in other circumstances. */
    private fun tour(name: String, start: (List<String>) -> Unit = {}) = Phone().use { phone ->
        phone.rest(1200)
        phone.picture("$name-start")
        start(phone.words())
        phone.choose(Phone.wall)
        phone.await("the problem") { phone.find<View>(R.id.problem)!!.isShown }
        phone.rest()
        phone.picture("$name-problem")
        phone.choose(Phone.portrait)
        phone.awaitEmoji()
        phone.rest(1500)
        phone.picture("$name-emoji")
        phone.tap(R.id.styles, 2)
        phone.rest(1500)
        phone.tap(R.id.edit)
        phone.await("the form") { phone.find<ViewGroup>(R.id.tabs)?.childCount == 9 }
        phone.tap(R.id.tabs, 2)
        phone.rest(2500)
        phone.picture("$name-editor")
        targetsAreLargeEnough(phone)
        phone.tap(R.id.done)
        phone.rest()
        phone.tap(R.id.stickers)
        phone.await("the stickers") { phone.find<View>(R.id.grid)?.isShown == true }
        phone.rest(1500)
        phone.picture("$name-stickers")
    }

    private fun targetsAreLargeEnough(phone: Phone) {
        val least = 48 * phone.activity.resources.displayMetrics.density - 1
        for (view in phone.views(phone.activity.window.decorView).filter { it.isClickable && it.isShown && it.isAttachedToWindow }) {
            if (view is HorizontalScrollView || view.width == 0) continue
            val name = "${view.javaClass.simpleName} ${view.contentDescription}"
            assertTrue("$name is ${view.width} by ${view.height}", view.width >= least && view.height >= least)
        }
        assertTrue(phone.views(phone.activity.window.decorView).filterIsInstance<SwatchRow>().any())
    }

    private fun kept(): String? = File(app.filesDir, "recipe.json").takeIf { it.exists() }?.readText()

    private fun files(): List<String> = listOf(app.filesDir, app.cacheDir).flatMap { it.walk().filter(File::isFile) }.map { it.name }

    private fun read(sent: Intent): ByteArray =
        checkNotNull(app.contentResolver.openInputStream(sent.clipData!!.getItemAt(0).uri)).use { it.readBytes() }
}
