/** Bitmaps in and out. Call these off the UI thread: drawing 512 pixels takes some milliseconds. */
@file:JvmName("Bitmaps")

package io.github.selfmoji.android

import android.graphics.Bitmap
import io.github.selfmoji.Easel
import io.github.selfmoji.Pack
import io.github.selfmoji.Photo
import io.github.selfmoji.Recipe
import io.github.selfmoji.SelfmojiException
import java.nio.ByteBuffer

/**
 * The picture of a recipe, [size] pixels each way (1 to 4096), with a transparent background.
 *
 * @throws SelfmojiException.OtherPack and Recipe, Picture where it cannot be drawn.
 */
public fun Pack.bitmap(recipe: Recipe, size: Int): Bitmap = bitmapOf(rgba(recipe, size), size)

/**
 * The same, drawn by an easel, which keeps rendered layers: for editors and for movement.
 *
 * @param phase the moment of the expression's movement, 0 to 1; the still picture is that of 0.
 * @throws SelfmojiException.OtherPack and Recipe, Picture where it cannot be drawn.
 */
@JvmOverloads
public fun Easel.bitmap(pack: Pack, recipe: Recipe, size: Int, phase: Float = 0f): Bitmap = bitmapOf(rgba(pack, recipe, size, phase), size)

/**
 * A photo from a bitmap of any configuration. The bitmap is not changed, and can be recycled afterwards.
 *
 * @param quarterTurns how often to turn the picture by 90 degrees clockwise to make the head upright.
 * @throws SelfmojiException.Photo where it is too small or too large.
 */
@JvmOverloads
public fun Photo.Companion.fromBitmap(bitmap: Bitmap, quarterTurns: Int = 0): Photo {
    // Pixels of hardware bitmaps cannot be read as they are.
    val readable = if (bitmap.config == Bitmap.Config.ARGB_8888) bitmap else bitmap.copy(Bitmap.Config.ARGB_8888, false)
    try {
        val (width, height) = readable.width to readable.height
        val pixels = ByteBuffer.allocateDirect(4 * width * height)
        val row = IntArray(width)
        for (y in 0 until height) {
            // By colours, for what lies in a bitmap's memory is premultiplied and not of one order everywhere.
            readable.getPixels(row, 0, width, 0, y, width, 1)
            // From alpha, red, green, blue to red, green, blue, alpha.
            for (colour in row) pixels.putInt(colour.rotateLeft(8))
        }
        pixels.rewind()
        return fromRgba(pixels, width, height, 4 * width, quarterTurns)
    } finally {
        if (readable !== bitmap) readable.recycle()
    }
}

private fun bitmapOf(rgba: ByteArray, size: Int): Bitmap {
    val pixels = ByteBuffer.wrap(rgba).asIntBuffer()
    // From red, green, blue, alpha to alpha, red, green, blue.
    val colours = IntArray(size * size) { pixels[it].rotateRight(8) }
    return Bitmap.createBitmap(colours, size, size, Bitmap.Config.ARGB_8888)
}
