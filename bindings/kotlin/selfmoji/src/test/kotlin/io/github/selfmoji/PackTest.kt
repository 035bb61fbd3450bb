package io.github.selfmoji

import io.github.selfmoji.Samples.ada
import io.github.selfmoji.Samples.classic
import org.junit.jupiter.api.Assertions.assertArrayEquals
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNotEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import java.io.ByteArrayInputStream
import javax.imageio.ImageIO

/** Drawing and editing. */
class PackTest {
    @Test
    fun `every pack of the library says who drew it`() {
        val names = bundledPackNames()
        assertTrue(names.containsAll(listOf("classic", "clay", "ink")), "$names")
        for (name in names) Pack.bundled(name).use { pack ->
            val info = pack.info()
            assertEquals(name.substringBefore('@'), info.name)
            assertTrue(listOf(info.version, info.title, info.licence, info.author).none { it.isEmpty() }, "$info")
        }
    }

    @Test
    fun `a recipe is drawn in every format, and all show the same`() {
        val png = classic.png(ada, 96)
        assertTrue(Samples.isPng(png, 96))
        assertTrue(Samples.isWebp(classic.webp(ada, 96)))
        val svg = classic.svg(ada, 96)
        assertTrue(svg.startsWith("<svg") && svg.trimEnd().endsWith("</svg>"))
        val rgba = classic.rgba(ada, 96)
        val picture = ImageIO.read(ByteArrayInputStream(png))
        for (y in 0 until 96) for (x in 0 until 96) {
            val at = 4 * (96 * y + x)
            val (red, green, blue, opacity) = List(4) { rgba[at + it].toInt() and 0xff }
            assertEquals((opacity shl 24) or (red shl 16) or (green shl 8) or blue, picture.getRGB(x, y), "$x, $y")
        }
    }

    @Test
    fun `an easel draws the same picture each time, at any moment of a movement`() {
        Easel().use { easel ->
            assertArrayEquals(easel.rgba(classic, ada, 64), easel.rgba(classic, ada, 64))
            assertTrue(Samples.isPng(easel.png(classic, ada, 64), 64))
            val waving = classic.edit(ada, listOf(Change.Expression("waving")))
            assertTrue((1..9).any { !easel.rgba(classic, waving, 64).contentEquals(easel.rgba(classic, waving, 64, it / 10f)) })
        }
        Easel(budgetBytes = 0).use { assertEquals(4 * 8 * 8, it.rgba(classic, ada, 8).size) }
    }

    @Test
    fun `recipes are kept as JSON and are equal when they come back`() {
        val json = ada.toJson()
        assertEquals(ada, Recipe.fromJson(json))
        assertEquals(ada.hashCode(), Recipe.fromJson(json).hashCode())
        assertEquals(json, Recipe.fromJson(json).toJson())
        Pack.bundledFor(ada).use { assertEquals(classic.info(), it.info()) }
    }

    @Test
    fun `the form knows what is chosen, and every choice it offers can be made`() {
        val form = classic.editOptions(ada)
        assertEquals(classic.info(), form.pack)
        assertEquals("neutral", form.expressions.first().id)
        assertEquals(listOf("neutral"), form.expressions.filter { it.chosen }.map { it.id })
        assertTrue(form.expressions.size == 33 && form.expressions.all { it.title.isNotEmpty() })
        val kinds = form.tabs.flatMap { it.kinds }
        assertEquals(Kind.entries.toSet(), kinds.map { it.kind }.toSet())
        for (kind in kinds) {
            assertEquals(ada.parts[kind.kind], kind.parts.singleOrNull { it.chosen }?.id, "${kind.kind}")
            val other = kind.parts.last { !it.chosen }
            assertEquals(other.id, classic.edit(ada, listOf(Change.Part(kind.kind, other.id))).parts[kind.kind])
            if (kind.optional) assertNull(classic.edit(ada, listOf(Change.Part(kind.kind, null))).parts[kind.kind])
            for (axis in kind.axes) {
                assertTrue(axis.min <= axis.value && axis.value <= axis.max && axis.title.isNotEmpty())
                val moved = classic.edit(ada, listOf(Change.Axis(kind.kind, axis.id, axis.max)))
                assertEquals(axis.max, moved.axes[kind.kind]?.get(axis.id) ?: 0f, "${kind.kind}.${axis.id}")
                val back = classic.edit(moved, listOf(Change.Reset(kind.kind, axis.id)))
                assertNull(back.axes[kind.kind]?.get(axis.id))
            }
        }
        for (colour in form.tabs.flatMap { it.colours }) {
            assertEquals(ada.colours[colour.role], colour.value)
            assertTrue(colour.base.matches(Regex("#[0-9a-f]{6}")), colour.base)
            val swatch = colour.swatches.last()
            assertEquals(swatch.id, classic.edit(ada, listOf(Change.Colour(colour.role, swatch.id))).colours[colour.role])
        }
    }

    @Test
    fun `a change makes a copy and a thumbnail shows it`() {
        val laughing = classic.edit(ada, listOf(Change.Expression("laughing"), Change.Colour("skin", "#804020")))
        assertEquals("laughing", laughing.expression)
        assertEquals("#804020", laughing.colours["skin"])
        assertEquals("neutral", ada.expression)
        assertTrue(classic.altText(laughing).contains("laughing"), classic.altText(laughing))
        val thumbnails = listOf("round", "square").map { classic.thumbnail(ada, Change.Part(Kind.GLASSES, it), 48) }
        assertTrue(thumbnails.all { Samples.isPng(it, 48) })
        assertNotEquals(thumbnails[0].toList(), thumbnails[1].toList())
    }

    @Test
    fun `a seed is a person, and a person can change style`() {
        assertEquals(ada, classic.random("ada"))
        assertNotEquals(ada, classic.random("grace"))
        Pack.bundled("ink").use { ink ->
            val drawn = classic.restyle(ada, ink)
            assertEquals("ink", drawn.pack)
            assertTrue(Samples.isPng(ink.png(drawn, 32), 32))
        }
    }
}
