package io.github.selfmoji

import io.github.selfmoji.Samples.words
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import java.io.File
import java.nio.ByteBuffer

/** Emoji that fit a text. */
class EmojiTest {
    private val ranker = unicode

    private fun EmojiRanker.firstThree(text: String): List<String> = suggest(text, options = SuggestOptions(limit = 3)).emoji.map { it.id }

    @Test
    fun `a text is answered with emoji and the word that speaks for them`() {
        val found = ranker.suggest("hapy birthday")
        assertEquals(10, found.emoji.size)
        assertEquals(found.emoji.sortedByDescending { it.score }, found.emoji)
        val cake = found.emoji.take(3).first { it.id in listOf("🎂", "🥳") }
        val word = requireNotNull(cake.word)
        assertTrue("birthday" in word.word && word.matched.isNotEmpty() && word.likeness > 0.5f, "$word")
        assertTrue(found.emoji.all { it.concept == null && it.name.isNotEmpty() })
        assertEquals(emptyList<String>(), found.unknownWords)
        assertTrue("🍕" in ranker.firstThree("my favourite 🍕"))
    }

    @Test
    fun `words that are not known are told and answered with nothing`() {
        val found = ranker.suggest("Qwxyzzy, zzgrblk!")
        assertEquals(Suggestions(emptyList(), listOf("qwxyzzy", "zzgrblk")), found)
        assertEquals(listOf("qwxyzzy"), ranker.suggest("pizza qwxyzzy").unknownWords)
        assertTrue("🍕" in ranker.firstThree("pizza qwxyzzy"))
        assertTrue(words.knows("Ice cream") && words.knows("dogs") && words.knows("pizza"))
        assertFalse(words.knows("qwxyzzy"))
        assertEquals("en", words.language())
    }

    @Test
    fun `questions that make no sense`() {
        for (blank in listOf("", " \n\t")) fails<SelfmojiException.Emoji>("neither") { ranker.suggest(blank) }
        for (balance in listOf(Float.NaN, 2f, -0.1f, Float.POSITIVE_INFINITY)) {
            fails<SelfmojiException.Emoji>("balance", "0", "1") { ranker.suggest("pizza", options = SuggestOptions(balance = balance)) }
        }
    }

    @Test
    fun `a limit is kept, and none or less is none`() {
        for (limit in listOf(0, -1, Int.MIN_VALUE)) {
            assertEquals(emptyList<Suggestion>(), ranker.suggest("pizza", options = SuggestOptions(limit)).emoji)
        }
        val all = ranker.suggest("pizza", options = SuggestOptions(Int.MAX_VALUE)).emoji
        assertEquals(EmojiSet.unicode().list().size, all.size)
        assertEquals(all.take(1), ranker.suggest("pizza", options = SuggestOptions(1)).emoji)
        assertEquals(SuggestOptions(10, 0.5f), SuggestOptions())
    }

    @Test
    fun `texts of any kind are answered`() {
        for (text in listOf("\ud800", "\u0000", "a".repeat(1_000_000), "pizza ".repeat(100_000), "\u202e\u0007", "👍🏾👩‍👩‍👧‍👦")) {
            assertTrue(ranker.suggest(text).emoji.size <= 10)
        }
    }

    @Test
    fun `a keyboard and a worker share one ranker`() {
        val texts = List(40) { "happy birthday to my dog".take(5 + it % 20) }
        val one = texts.map { ranker.suggest(it) }
        val many = runBlocking { texts.map { async(Dispatchers.Default) { ranker.suggest(it) } }.awaitAll() }
        assertEquals(one, many)
    }

    @Test
    fun `what a ranker was made of may be closed`() {
        val list = runBlocking { Words.awaitBundled() }
        val set = EmojiSet.pictographs()
        EmojiRanker(list, set).use { own ->
            list.close()
            set.close()
            assertTrue("🍕" in own.firstThree("pizza"))
            assertThrows(IllegalStateException::class.java) { EmojiRanker(list, EmojiSet.unicode()) }
        }
    }

    @Test
    fun `a word list of one's own takes the place of the one that ships`() {
        val file = File(Samples.root, "models/emoji/words.bin").readBytes()
        val direct = ByteBuffer.allocateDirect(file.size).put(file)
        direct.rewind()
        for (list in listOf(Words.load(file), Words.load(direct))) {
            assertEquals("en", list.language())
            EmojiRanker(list, EmojiSet.unicode()).use { own -> assertEquals(ranker.suggest("good night"), own.suggest("good night")) }
        }
        fails<SelfmojiException.Model>("word list") { Words.load(ByteArray(0)) }
        fails<SelfmojiException.Model>("word list") { Words.load("no words".toByteArray()) }
        fails<SelfmojiException.Model>("cut short") { Words.load(file.copyOf(file.size / 2)) }
        fails<SelfmojiException.Model>("longer") { Words.load(file + 0) }
    }

    @Test
    fun `names of another language are found word for word`() {
        val set = EmojiSet.withList(listOf(Emoji("katze", "Katze", listOf("Kätzchen")), Emoji("xylofon", "Xylofon", listOf("Schlägel"))))
        EmojiRanker(words, set).use { own ->
            assertEquals("katze", own.suggest("Meine Katze schläft").emoji.first().id)
            assertEquals("xylofon", own.suggest("Wo sind die Schlägel?").emoji.first().id)
            assertTrue("schläft" in own.suggest("Meine Katze schläft").unknownWords)
            assertTrue("xylofon" in own.unknown())
        }
        assertFalse("🍕" in ranker.unknown())
    }

    @Test
    fun `letters of every script are read`() {
        val names = listOf("猫", "кошка", "Øl", "γάτα", "חתול", "บ้าน")
        val set = EmojiSet.withList(names.mapIndexed { place, name -> Emoji("$place", name) })
        EmojiRanker(words, set).use { own ->
            for ((place, name) in names.withIndex()) {
                assertFalse(words.knows(name))
                assertEquals("$place", own.suggest(name).emoji.first().id, name)
                assertEquals(listOf(name.lowercase()), ranker.suggest(name).unknownWords)
            }
        }
        assertFalse(words.knows("Straße"))
    }

    private companion object {
        val unicode: EmojiRanker by lazy { EmojiRanker(words, EmojiSet.unicode()) }
    }
}
