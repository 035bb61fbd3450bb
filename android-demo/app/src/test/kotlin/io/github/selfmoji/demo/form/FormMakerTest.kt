package io.github.selfmoji.demo.form

import io.github.selfmoji.Change
import io.github.selfmoji.Kind
import io.github.selfmoji.Recipe
import io.github.selfmoji.demo.Samples
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.ValueSource

class FormMakerTest {
    private val pack = Samples.atelier.pack("classic")
    private val plain = pack.edit(pack.random("ada"), listOf(Change.Part(Kind.GLASSES, null), Change.Part(Kind.FACIAL_HAIR, null)))

    private fun pages(recipe: Recipe) = Samples.form.pages(pack.editOptions(recipe))

    private fun section(recipe: Recipe, key: String) = pages(recipe).flatMap { it.sections }.firstOrNull { it.key == key }

    @Test
    fun hasThePacksTabsAndExpressionsLast() {
        val pages = pages(plain)
        assertEquals(pack.editOptions(plain).tabs.map { it.title } + "Expressions", pages.map { it.title })
        assertEquals(33, (pages.last().sections.single() as Parts).choices.size)
    }

    @ParameterizedTest
    @ValueSource(strings = ["classic", "clay", "ink"])
    fun everyChoiceCanBeMadeAndIsThenChosen(style: String) {
        val pack = Samples.atelier.pack(style)
        val recipe = pack.random("cleo")
        for (page in Samples.form.pages(pack.editOptions(recipe))) for (section in page.sections) {
            val changes = when (section) {
                is Parts -> section.choices.map { it.change }
                is Swatches -> section.swatches.map { it.change }
                is Slider -> listOf(section.change(section.min), section.change(section.max))
            }
            for (change in changes) {
                val again = Samples.form.pages(pack.editOptions(pack.edit(recipe, listOf(change)))).flatMap { it.sections }
                when (val after = again.first { it.key == section.key }) {
                    is Parts -> assertEquals(change, after.choices.single { it.chosen }.change)
                    is Swatches -> assertEquals(change, after.swatches.single { it.chosen }.change)
                    is Slider -> assertEquals(change, after.change(after.value))
                }
            }
        }
    }

    @Test
    fun optionalKindsBeginWithNone() {
        val glasses = section(plain, "parts.glasses") as Parts
        assertEquals(Choice("None", Change.Part(Kind.GLASSES, null), chosen = true, nothing = true), glasses.choices.first())
        assertFalse((section(plain, "parts.hair") as Parts).choices.any { it.nothing })
    }

    @Test
    fun ofWhatIsNotThereNothingElseIsAsked() {
        assertEquals(null, section(plain, "colour.frame"))
        val seeing = pack.edit(plain, listOf(Change.Part(Kind.GLASSES, "round")))
        assertTrue((section(seeing, "colour.frame") as Swatches).swatches.size > 1)
        assertFalse((section(seeing, "parts.glasses") as Parts).choices.first().chosen)
    }

    @Test
    fun coloursAreNumbers() {
        val black = (section(plain, "colour.hair") as Swatches).swatches.first()
        assertEquals(0x2a2832, black.rgb)
        assertEquals("black", black.title)
        assertTrue((section(plain, "colour.hair") as Swatches).swatches.any { it.title == "blue black" })
    }

    @Test
    fun titlesCanBeTranslated() {
        val german = FormMaker(Titles(listOf("tab.hair=Haare", "part.hair.bob=Bob", "axis.eyes.size=Größe")), "Nichts", "Stimmungen")
        val pages = german.pages(pack.editOptions(plain))
        assertTrue(pages.any { it.title == "Haare" })
        assertEquals("Stimmungen", pages.last().title)
        assertTrue(pages.flatMap { it.sections }.any { it.title == "Größe" })
        assertTrue(pages.any { it.title == "Face" })
    }
}
