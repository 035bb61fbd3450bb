package io.github.selfmoji.demo.ui

import android.graphics.Bitmap
import android.graphics.BitmapFactory
import android.util.LruCache
import io.github.selfmoji.Change
import io.github.selfmoji.Easel
import io.github.selfmoji.Recipe
import io.github.selfmoji.Sticker
import io.github.selfmoji.android.bitmap
import io.github.selfmoji.demo.person.Atelier
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.withContext

/** Draws off the UI thread, few things at a time, so that what scrolls away in the meantime is never begun. */
class Painter(private val atelier: Atelier) {
    private val easel = Easel(EASEL_BYTES)
    private val lane = Dispatchers.Default.limitedParallelism(2)
    private val thumbnails = object : LruCache<Thumbnail, Bitmap>(THUMBNAIL_BYTES) {
        override fun sizeOf(key: Thumbnail, value: Bitmap): Int = value.byteCount
    }

    /** The emoji, [size] pixels each way, and what it shows in words. */
    suspend fun emoji(recipe: Recipe, size: Int): Pair<Bitmap, String> = withContext(lane) {
        val pack = atelier.packOf(recipe)
        easel.bitmap(pack, recipe, size) to pack.altText(recipe)
    }

    /** The thumbnail, if it was drawn a while ago. */
    fun drawn(thumbnail: Thumbnail): Bitmap? = thumbnails.get(thumbnail)

    /** What a change would look like. */
    suspend fun draw(thumbnail: Thumbnail): Bitmap = withContext(lane) {
        drawn(thumbnail) ?: run {
            val png = atelier.packOf(thumbnail.recipe).thumbnail(thumbnail.recipe, thumbnail.change, thumbnail.size)
            BitmapFactory.decodeByteArray(png, 0, png.size).also { thumbnails.put(thumbnail, it) }
        }
    }

    /** A sticker's picture, at half its size. */
    suspend fun sticker(sticker: Sticker): Bitmap = withContext(lane) {
        BitmapFactory.decodeByteArray(sticker.webp, 0, sticker.webp.size, BitmapFactory.Options().apply { inSampleSize = 2 })
    }

    /** People that nobody is, one in each style: [size] pixels each way. */
    suspend fun people(seeds: List<String>, size: Int): List<Bitmap> = withContext(lane) {
        seeds.zip(atelier.styleNames) { seed, style -> atelier.pack(style).let { it.bitmap(it.random(seed), size) } }
    }

    private companion object {
        const val EASEL_BYTES = 48L shl 20
        const val THUMBNAIL_BYTES = 24 shl 20
    }
}

/** A drawing of a change, [size] pixels each way. */
data class Thumbnail(val recipe: Recipe, val change: Change, val size: Int)
