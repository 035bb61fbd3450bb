package io.github.selfmoji

import io.github.selfmoji.Samples.concepts
import io.github.selfmoji.Samples.portrait
import io.github.selfmoji.Samples.words
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNotEquals
import org.junit.jupiter.api.Assertions.assertNotNull
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import java.io.File
import java.nio.ByteBuffer

/** Emoji that fit a photo, and photos that fit an emoji. */
class EmojiPhotoTest {
    private val ranker = seeing

    @Test
    fun `a photo is answered with emoji and the concept that speaks for them`() {
        Photo.decode(portrait).use { photo ->
            val found = ranker.suggest("", photo)
            assertEquals(10, found.emoji.size)
            for (emoji in found.emoji) {
                assertEquals(null, emoji.word)
                val concept = requireNotNull(emoji.concept)
                assertTrue(concept.concept.isNotEmpty() && concept.probability > 0 && concept.probability <= 1, "$concept")
            }
            assertEquals(emptyList<String>(), found.unknownWords)
        }
    }

    @Test
    fun `what was seen once is answered like the photo itself`() {
        Photo.decode(portrait).use { photo ->
            concepts.see(listOf(photo)).use { sight ->
                for (text in listOf("", "h", "happy birthday", "qwxyzzy")) {
                    assertEquals(ranker.suggest(text, photo), ranker.suggestForSight(text, sight))
                }
                val one = SuggestOptions(limit = 1, balance = 0.8f)
                assertEquals(ranker.suggest("happy birthday", photo, one), ranker.suggestForSight("happy birthday", sight, one))
            }
        }
    }

    @Test
    fun `the balance says whether the text or the photo counts`() {
        Photo.decode(portrait).use { photo ->
            fun ids(text: String, balance: Float?) =
                ranker.suggest(text, if (balance == null) null else photo, SuggestOptions(balance = balance ?: 0.5f)).emoji.map { it.id }
            assertEquals(ids("pizza", null), ids("pizza", 0f))
            assertEquals(ids("pizza", 1f), ids("happy birthday", 1f))
            assertNotEquals(ids("pizza", 0f), ids("pizza", 1f))
            val both = ranker.suggest("happy birthday", photo).emoji
            assertTrue(both.take(3).any { it.id in listOf("🎂", "🥳", "🎈", "🎉") } && both.all { it.word != null && it.concept != null }, "$both")
        }
    }

    @Test
    fun `several photos are seen together`() {
        Photo.decode(portrait).use { photo ->
            Photo.fromRgba(Samples.wall, 320, 240, 1280).use { wall ->
                val one = concepts.see(listOf(photo))
                assertEquals(ranker.suggestForSight("", one), ranker.suggestForSight("", concepts.see(listOf(photo, photo))))
                assertNotEquals(ranker.suggestForSight("", one), ranker.suggestForSight("", concepts.see(listOf(photo, wall, wall))))
            }
        }
        fails<SelfmojiException.Emoji>("no photos") { concepts.see(emptyList()) }
        val closed = Photo.decode(portrait).apply { close() }
        assertThrows(IllegalStateException::class.java) { concepts.see(listOf(closed)) }
        assertThrows(IllegalStateException::class.java) { ranker.suggest("pizza", closed) }
    }

    @Test
    fun `the suspending calls do what the plain ones do`() = runBlocking {
        Concepts.awaitLoad(Samples.network, Samples.conceptList).use { own ->
            val other = EmojiRanker(Words.awaitBundled(), EmojiSet.unicode(), own)
            Photo.decode(portrait).use { photo ->
                val expected = ranker.suggest("happy", photo)
                assertEquals(expected, other.awaitSuggest("happy", photo))
                assertEquals(expected, other.suggestForSight("happy", own.awaitSee(listOf(photo))))
                assertEquals(ranker.suggest("pizza"), other.awaitSuggest("pizza"))
                assertTrue((1..8).map { async { other.awaitSuggest("happy", photo) } }.awaitAll().all { it == expected })
            }
            other.close()
        }
    }

    @Test
    fun `photos cannot be looked at without concepts`() {
        val blind = EmojiRanker(words, EmojiSet.pictographs())
        Photo.decode(portrait).use { photo ->
            fails<SelfmojiException.Model>("concept") { blind.suggest("pizza", photo) }
            fails<SelfmojiException.Model>("concept") { blind.suggestForSight("pizza", concepts.see(listOf(photo))) }
            fails<SelfmojiException.Emoji>("balance") { ranker.suggest("pizza", photo, SuggestOptions(balance = Float.NaN)) }
        }
    }

    @Test
    fun `files that are no concepts`() {
        val (network, list) = Samples.network to Samples.conceptList
        fails<SelfmojiException.Model>("list of concepts") { Concepts.load(network, ByteArray(0)) }
        fails<SelfmojiException.Model>("list of concepts") { Concepts.load(list, network) }
        fails<SelfmojiException.Model>("cut short") { Concepts.load(network, list.copyOf(list.size / 2)) }
        fails<SelfmojiException.Model>("concept network") { Concepts.load(ByteArray(0), list) }
        fails<SelfmojiException.Model>("concept network") { Concepts.load("no network".toByteArray(), list) }
        fails<SelfmojiException.Model>("concept network") { Concepts.load(network.copyOf(network.size / 2), list) }
        assertThrows(IllegalArgumentException::class.java) { Concepts.load(ByteBuffer.wrap(network), ByteBuffer.wrap(list)) }
    }

    @Test
    fun `concepts and words belong together`() {
        // The same list under another language's name is another list.
        val file = File(Samples.root, "models/emoji/words.bin").readBytes()
        val at = String(file, 0, 200, Charsets.ISO_8859_1).indexOf("\"tag\":\"en\"")
        val other = Words.load(file.copyOf().also { "\"tag\":\"eo\"".toByteArray().copyInto(it, at) })
        assertEquals("eo", other.language())
        fails<SelfmojiException.Model>("another word list") { EmojiRanker(other, EmojiSet.unicode(), concepts) }
        fails<SelfmojiException.Model>("another word list") { PhotoQuery(other, concepts, EmojiSet.unicode(), "cat") }
    }

    @Test
    fun `photos are found by emoji and words`() {
        val set = EmojiSet.joined(listOf(EmojiSet.unicode(), EmojiSet.withList(listOf(Emoji("goal-1", "soccer goal", listOf("football"))))))
        val query = PhotoQuery(words, concepts, set, "🍕 + goal-1 + golden retriever")
        assertEquals(listOf("pizza", "soccer goal", "golden retriever"), query.parts())
        Photo.decode(portrait).use { photo ->
            concepts.see(listOf(photo)).use { sight ->
                val alone = listOf("pizza", "goal-1", "golden retriever").map { PhotoQuery(words, concepts, set, it).score(sight) }
                assertEquals(alone.average().toFloat(), query.score(sight), 1e-4f)
            }
        }
    }

    @Test
    fun `queries that cannot be answered`() {
        fun query(text: String) = PhotoQuery(words, concepts, EmojiSet.unicode(), text)
        for (text in listOf("", "cat +", "+", "cat ++ dog")) fails<SelfmojiException.Emoji>("part is empty") { query(text) }
        fails<SelfmojiException.Emoji>("qwxyzzy", "not known") { query("cat + qwxyzzy") }
        fails<SelfmojiException.Emoji>("at most 8") { query(List(9) { "cat" }.joinToString("+")) }
        assertNotNull(query(List(8) { "cat" }.joinToString("+")))
    }

    private companion object {
        val seeing: EmojiRanker by lazy { EmojiRanker(words, EmojiSet.unicode(), concepts) }
    }
}
