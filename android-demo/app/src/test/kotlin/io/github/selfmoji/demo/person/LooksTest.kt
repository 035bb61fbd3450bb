package io.github.selfmoji.demo.person

import io.github.selfmoji.Change
import io.github.selfmoji.Kind
import io.github.selfmoji.Photo
import io.github.selfmoji.Recipe
import io.github.selfmoji.decode
import io.github.selfmoji.demo.Samples
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNotEquals
import org.junit.jupiter.api.Assertions.assertSame
import org.junit.jupiter.api.Test

class LooksTest {
    private val atelier = Samples.atelier
    private val looks = Photo.decode(Samples.portrait).use { atelier.read(it, "classic").first }

    @Test
    fun aPhotoGivesEveryStyle() {
        assertEquals(setOf("classic", "clay", "ink"), looks.recipes.keys)
        assertEquals("classic", looks.recipe.pack)
    }

    @Test
    fun anotherStyleAndBackChangesNothing() {
        val there = looks.wearing("ink", ::never)
        assertEquals("ink", there.recipe.pack)
        assertEquals(looks, there.wearing("classic", ::never))
    }

    @Test
    fun anEditReachesTheOtherStyles() {
        val bald = looks.edited(atelier.pack("classic").edit(looks.recipe, listOf(Change.Part(Kind.HAIR, "bald"))))
        val ink = bald.wearing("ink") { atelier.restyle(it, "ink") }
        assertEquals("bald", ink.recipe.parts[Kind.HAIR])
        assertNotEquals("bald", looks.recipes.getValue("ink").parts[Kind.HAIR])
    }

    @Test
    fun theSameRecipeIsNoEdit() = assertSame(looks, looks.edited(looks.recipe))

    private fun never(recipe: Recipe): Recipe = error("asked to restyle $recipe")
}
