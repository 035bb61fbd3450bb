package io.github.selfmoji.demo

import android.graphics.BitmapFactory
import io.github.selfmoji.Easel
import io.github.selfmoji.Pack
import io.github.selfmoji.Photo
import io.github.selfmoji.Studio
import io.github.selfmoji.android.bitmap
import io.github.selfmoji.android.fromBitmap
import io.github.selfmoji.decode
import java.io.File
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.annotation.Config

/** The SDK's own additions for Android, with the system's bitmaps. */
@RunWith(RobolectricTestRunner::class)
@Config(sdk = [35])
class BitmapsTest {
    private val pack = Pack.bundled()

    @Test
    fun aBitmapIsReadAsTheFileItCameFrom() {
        val studio = Studio.bundled()
        val style = studio.style(pack)
        val file = File("../examples/portrait.jpg").readBytes()
        val fromFile = Photo.decode(file).use { studio.create(it, style).recipe }
        val bitmap = BitmapFactory.decodeByteArray(file, 0, file.size)
        val fromBitmap = Photo.fromBitmap(bitmap).use { studio.create(it, style).recipe }
        // Decoders of JPEG differ by a little.
        val same = fromFile.parts.count { (kind, id) -> fromBitmap.parts[kind] == id }
        assertTrue("$same of ${fromFile.parts.size} parts", same >= fromFile.parts.size - 1)
        assertEquals(fromFile.colours["hair"], fromBitmap.colours["hair"])
        assertEquals(fromFile.colours["skin"], fromBitmap.colours["skin"])
    }

    @Test
    fun aDrawnBitmapHasThePackPixels() {
        val recipe = pack.random("ada")
        val rgba = pack.rgba(recipe, 48)
        val drawn = pack.bitmap(recipe, 48)
        val quick = Easel().bitmap(pack, recipe, 48)
        for (y in 0 until 48) for (x in 0 until 48) {
            val at = 4 * (48 * y + x)
            val (red, green, blue, alpha) = List(4) { rgba[at + it].toInt() and 0xff }
            val pixel = drawn.getPixel(x, y)
            assertEquals(alpha, pixel ushr 24)
            // Bitmaps keep colours premultiplied, which rounds them where they are hardly seen.
            if (alpha == 255) assertEquals((red shl 16) or (green shl 8) or blue, pixel and 0xffffff)
        }
        assertEquals(drawn.width, quick.width)
    }
}
