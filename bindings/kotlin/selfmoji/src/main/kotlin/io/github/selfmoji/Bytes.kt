/** Byte arrays where the generated calls take direct buffers, which are handed over without a copy. */
@file:JvmName("Bytes")

package io.github.selfmoji

import java.nio.ByteBuffer

/**
 * Decodes a JPEG, PNG or WebP file held in memory. As the call with a direct buffer, after one copy of the bytes.
 *
 * @throws SelfmojiException.Photo where the photo cannot be used.
 */
@JvmOverloads
public fun Photo.Companion.decode(file: ByteArray, limits: PhotoLimits? = null): Photo = file.direct { decode(it, limits) }

/**
 * A picture of [width] by [height] RGBA pixels of 4 bytes each. As the call with a direct buffer, after one copy of the bytes.
 *
 * @param stride bytes from one row's start to the next, at least 4 times the width.
 * @param quarterTurns how often to turn the picture by 90 degrees clockwise to make the head upright.
 * @throws SelfmojiException.Photo where the numbers do not fit together.
 */
@JvmOverloads
public fun Photo.Companion.fromRgba(
    pixels: ByteArray,
    width: Int,
    height: Int,
    stride: Int = 4 * width,
    quarterTurns: Int = 0,
    limits: PhotoLimits? = null,
): Photo = pixels.direct { fromRgba(it, width, height, stride, quarterTurns, limits) }

/**
 * Loads a style pack from the bytes of a zip file.
 *
 * @throws SelfmojiException.Pack whose message names the file and line of the first thing that is wrong.
 */
public fun Pack.Companion.fromZip(zip: ByteArray): Pack = zip.direct { fromZip(it) }

/**
 * Loads a style pack from the bytes of a zip file, with embeddings that [Studio.buildEmbeddings] made and the app has kept.
 *
 * @throws SelfmojiException.Pack where the pack cannot be used.
 */
public fun Pack.Companion.withEmbeddings(zip: ByteArray, embeddings: String): Pack = zip.direct { withEmbeddings(it, embeddings) }

/**
 * A word list of one's own, for instance of another language.
 *
 * @throws SelfmojiException.Model where it is damaged or no word list.
 */
public fun Words.Companion.load(file: ByteArray): Words = file.direct { load(it) }

/**
 * What photos can show, from the bytes of `concepts.onnx` and `concepts.bin`. As the call with direct buffers, after one copy of the bytes.
 *
 * @throws SelfmojiException.Model where one is damaged, or they do not belong together.
 */
public fun Concepts.Companion.load(network: ByteArray, list: ByteArray): Concepts =
    network.direct { direct -> list.direct { load(direct, it) } }

private inline fun <T> ByteArray.direct(call: (ByteBuffer) -> T): T {
    val buffer = ByteBuffer.allocateDirect(size)
    buffer.put(this)
    buffer.rewind()
    return call(buffer)
}
