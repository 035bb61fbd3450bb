package io.github.selfmoji

import io.github.selfmoji.Samples.ada
import io.github.selfmoji.Samples.classic
import io.github.selfmoji.Samples.words
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNotEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/** Sets of emoji: those that come with the library, an app's own, and both together. */
class EmojiSetTest {
    private val party = Emoji("party-hat", "cat with a party hat", listOf("birthday", "hooray"))
    private val asleep = Emoji("asleep", "sleepy cat")

    private fun first(set: EmojiSet, text: String): List<String> =
        EmojiRanker(words, set).use { ranker -> ranker.suggest(text, options = SuggestOptions(limit = 3)).emoji.map { it.id } }

    @Test
    fun `the emoji of Unicode have names and keywords`() {
        val all = EmojiSet.unicode().list()
        val few = EmojiSet.pictographs().list()
        assertEquals(385, few.size)
        assertTrue(all.containsAll(few) && all.size > 1000)
        val pizza = all.first { it.id == "🍕" }
        assertTrue(pizza.name == "pizza" && "cheese" in pizza.keywords, "$pizza")
        assertEquals(all.size, all.map { it.id }.distinct().size)
    }

    @Test
    fun `a set of one's own, from a list or from JSON`() {
        val set = EmojiSet.withList(listOf(party, asleep))
        assertEquals(listOf(party, asleep), set.list())
        val json = """
            [{"id": "party-hat", "name": "cat with a party hat", "keywords": ["birthday", "hooray"]},
             {"id": "asleep", "name": "sleepy cat"}]
        """
        assertEquals(set.list(), EmojiSet.fromJson(json).list())
        assertEquals("party-hat", first(set, "happy birthday").first())
        assertEquals("asleep", first(set, "I am so tired").first())
    }

    @Test
    fun `stickers and emoji are ranked against each other`() {
        val both = EmojiSet.joined(listOf(EmojiSet.withList(listOf(party, asleep)), EmojiSet.unicode()))
        assertEquals(EmojiSet.unicode().list().size + 2, both.list().size)
        assertTrue("asleep" in first(both, "sleepy cat"))
        assertTrue("🍕" in first(both, "pizza"))
    }

    @Test
    fun `sets that cannot be used`() {
        fails<SelfmojiException.Emoji>("empty") { EmojiSet.withList(emptyList()) }
        fails<SelfmojiException.Emoji>("`asleep`", "twice") { EmojiSet.withList(listOf(asleep, asleep.copy(name = "another"))) }
        fails<SelfmojiException.Emoji>("`asleep`", "`other`", "sleepy cat") { EmojiSet.withList(listOf(asleep, asleep.copy(id = "other"))) }
        fails<SelfmojiException.Emoji>("`asleep`", "letters") { EmojiSet.withList(listOf(asleep.copy(name = "123"))) }
        fails<SelfmojiException.Emoji>("no id") { EmojiSet.withList(listOf(asleep.copy(id = " "))) }
        fails<SelfmojiException.Emoji>("200 characters") { EmojiSet.withList(listOf(asleep.copy(keywords = listOf("a".repeat(1000))))) }
        fails<SelfmojiException.Emoji>("empty") { EmojiSet.fromJson("[]") }
        fails<SelfmojiException.Emoji>("list like") { EmojiSet.fromJson("{}") }
        fails<SelfmojiException.Emoji>("colour") { EmojiSet.fromJson("""[{"id": "a", "name": "a cat", "colour": "red"}]""") }
        fails<SelfmojiException.Emoji>("empty") { EmojiSet.joined(emptyList()) }
        fails<SelfmojiException.Emoji>("twice") { EmojiSet.joined(listOf(EmojiSet.unicode(), EmojiSet.pictographs())) }
    }

    @Test
    fun `hands and people take the tone of the avatar`() {
        val dark = classic.edit(ada, listOf(Change.Colour("skin", "#604134")))
        assertEquals(SkinTone.MEDIUM_DARK, skinToneOf(classic, dark))
        assertNull(skinToneOf(classic, ada.copy(colours = ada.colours - "skin")))
        fails<SelfmojiException.Recipe>("0.5 to 2") { skinToneOf(classic, ada.copy(transforms = mapOf(Kind.EYES to Adjust(0f, 0f, 9f)))) }

        val toned = EmojiSet.joined(listOf(EmojiSet.unicode(), EmojiSet.withList(listOf(asleep)))).inTone(requireNotNull(skinToneOf(classic, dark)))
        assertTrue("👍🏾" in first(toned, "thumbs up"))
        val ids = toned.list().map { it.id }
        assertTrue("🍕" in ids && "asleep" in ids && "👍" !in ids)
        // Each tone is another one, and takes the place of the one before.
        val hands = SkinTone.entries.map { tone -> toned.inTone(tone).list().map { it.id }.single { it.startsWith("👍") } }
        assertEquals(listOf("👍🏻", "👍🏼", "👍🏽", "👍🏾", "👍🏿"), hands)
    }

    @Test
    fun `expressions of a pack are suggested by their ids`() {
        val set = EmojiSet.expressions(classic)
        val known = classic.editOptions(ada).expressions.map { it.id }.toSet()
        assertTrue(known.containsAll(set.list().map { it.id }) && set.list().size > 20)
        val expression = first(set, "so tired, good night").first { it in listOf("sleeping", "sleepy") }
        assertEquals(expression, classic.edit(ada, listOf(Change.Expression(expression))).expression)
        assertNotEquals(first(set, "so tired"), first(set, "that is so funny"))
    }
}
