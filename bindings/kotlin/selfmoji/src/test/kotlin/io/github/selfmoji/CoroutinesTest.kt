package io.github.selfmoji

import io.github.selfmoji.Samples.ada
import io.github.selfmoji.Samples.classic
import io.github.selfmoji.Samples.portrait
import io.github.selfmoji.Samples.studio
import io.github.selfmoji.Samples.style
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.Assertions.assertArrayEquals
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import java.util.concurrent.atomic.AtomicInteger

/** The suspending functions do what the plain ones do, and end when nobody waits any more. */
class CoroutinesTest {
    @Test
    fun `each gives what the plain call gives`() = runBlocking {
        Studio.awaitBundled().use { own ->
            val plain = Photo.decode(portrait).use { studio.create(it, style) }
            own.awaitStyle(classic).use { assertEquals(plain, own.awaitAvatar(portrait, it)) }
            val starter = Pack.open(Samples.starter)
            val told = AtomicInteger()
            val embeddings = own.awaitBuildEmbeddings(starter) { _, _ -> told.incrementAndGet() }
            assertEquals(studio.buildEmbeddings(starter), embeddings)
            assertTrue(told.get() > 10)
        }
        assertArrayEquals(classic.png(ada, 64), classic.awaitPng(ada, 64))
        val change = Change.Part(Kind.HAIR, "bob")
        assertArrayEquals(classic.thumbnail(ada, change, 64), classic.awaitThumbnail(ada, change, 64))
        val wanted = StickersWanted(listOf("laughing"), animated = false)
        assertArrayEquals(classic.sticker(ada, "laughing").webp, classic.awaitStickers(ada, wanted).still.single().webp)
        assertTrue(classic.awaitStickerFiles(ada, wanted, "Ada", "Ada").any { it.path == "stickers.json" })
    }

    @Test
    fun `cancelling stops the work`() = runBlocking {
        val begun = CompletableDeferred<Unit>()
        val told = AtomicInteger()
        val job = launch {
            classic.awaitStickers(ada) { _, _ ->
                told.incrementAndGet()
                begun.complete(Unit)
            }
        }
        begun.await()
        job.cancelAndJoin()
        assertTrue(job.isCancelled)
        assertTrue(told.get() < 30, "${told.get()} stickers were made after nobody wanted them")
    }

    @Test
    fun `what onProgress throws reaches the caller`() {
        class Mine : RuntimeException("mine")
        assertThrows(Mine::class.java) {
            runBlocking { classic.awaitStickers(ada, StickersWanted(listOf("laughing"))) { _, _ -> throw Mine() } }
        }
        assertThrows(SelfmojiException.Photo::class.java) { runBlocking { studio.awaitAvatar(ByteArray(3), style) } }
    }

    @Test
    fun `eight at once share one studio`() = runBlocking {
        val one = studio.awaitAvatar(portrait, style)
        assertTrue((1..8).map { async { studio.awaitAvatar(portrait, style) } }.awaitAll().all { it == one })
    }
}
