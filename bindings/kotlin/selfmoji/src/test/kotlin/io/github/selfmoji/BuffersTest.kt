package io.github.selfmoji

import io.github.selfmoji.Samples.portrait
import io.github.selfmoji.Samples.studio
import io.github.selfmoji.Samples.style
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test
import java.nio.ByteBuffer
import java.nio.ByteOrder
import kotlin.concurrent.thread

/** Direct buffers are handed over as they are: the right bytes of them, and for as long as the call takes. */
class BuffersTest {
    private fun filled(bytes: ByteArray): ByteBuffer = ByteBuffer.allocateDirect(bytes.size).also {
        it.put(bytes)
        it.flip()
    }

    @Test
    fun `a buffer is read from its position to its limit`() {
        val expected = Photo.decode(portrait).use { studio.create(it, style) }
        val buffer = filled(ByteArray(100) + portrait + ByteArray(77))
        buffer.position(100).limit(100 + portrait.size)
        for (view in listOf(buffer, buffer.slice(), buffer.asReadOnlyBuffer(), buffer.duplicate().order(ByteOrder.LITTLE_ENDIAN))) {
            assertEquals(expected, Photo.decode(view).use { studio.create(it, style) })
        }
        assertEquals(100, buffer.position())
    }

    private fun refused() = try {
        Photo.fromRgba(filled(ByteArray(4)), 1, 1, 4)
    } catch (tooSmall: SelfmojiException.Photo) {
        tooSmall
    }

    @Test
    fun `a buffer nobody else holds stays until the call is over`() {
        // Until the compiler sees that the buffer is not used after its address was taken.
        repeat(20_000) { refused() }
        val pixels = ByteArray(48_000_000)
        val collecting = thread(isDaemon = true) {
            try {
                while (true) {
                    System.gc()
                    Thread.sleep(5)
                }
            } catch (over: InterruptedException) {
                return@thread
            }
        }
        try {
            repeat(25) { Photo.fromRgba(filled(pixels), 4000, 3000, 16_000).close() }
        } finally {
            collecting.interrupt()
        }
    }
}
