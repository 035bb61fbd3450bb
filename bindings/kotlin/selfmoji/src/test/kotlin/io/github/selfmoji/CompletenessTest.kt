package io.github.selfmoji

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import java.io.File
import java.lang.reflect.Modifier

/** A call that is added to the library and forgotten here fails this. */
class CompletenessTest {
    @Test
    fun `every call is made by some test`() {
        val tests = File("src/test/kotlin").walk().filter { it.extension == "kt" }.joinToString("\n") { it.readText() }
        val objects = listOf(Easel::class, Live::class, Pack::class, Photo::class, Reading::class, Studio::class, Style::class)
        val calls = objects.flatMap { type ->
            val own = Class.forName("${type.qualifiedName}Interface").declaredMethods.filter { Modifier.isAbstract(it.modifiers) }
            val makers = Class.forName("${type.qualifiedName}\$Companion").declaredMethods
            (own + makers).filter { Modifier.isPublic(it.modifiers) && '$' !in it.name && '-' !in it.name }.map { it.name }
        }.distinct()
        assertTrue(calls.size > 30, "$calls")
        assertEquals(emptyList<String>(), calls.filter { ".$it(" !in tests && ".$it {" !in tests })
    }
}
