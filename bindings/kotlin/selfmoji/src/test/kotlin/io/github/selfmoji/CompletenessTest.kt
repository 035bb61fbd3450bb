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
        // Each object has an interface of its calls. What UniFFI needs for itself is named after it.
        val interfaces = File("target/classes/io/github/selfmoji").list().orEmpty()
            .filter { it.endsWith("Interface.class") && "Callback" !in it }
            .map { it.removeSuffix("Interface.class") }
        assertTrue(interfaces.containsAll(listOf("EmojiRanker", "Pack", "Studio")), "$interfaces")
        val calls = interfaces.flatMap { name ->
            val own = Class.forName("io.github.selfmoji.${name}Interface").declaredMethods.filter { Modifier.isAbstract(it.modifiers) }
            val makers = Class.forName("io.github.selfmoji.$name\$Companion").declaredMethods
            (own + makers).filter { Modifier.isPublic(it.modifiers) && '$' !in it.name && '-' !in it.name }.map { it.name }
        }.distinct()
        assertTrue(calls.size > 50, "$calls")
        assertEquals(emptyList<String>(), calls.filter { ".$it(" !in tests && ".$it {" !in tests })
    }
}
