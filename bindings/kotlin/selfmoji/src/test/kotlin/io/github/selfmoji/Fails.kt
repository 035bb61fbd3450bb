package io.github.selfmoji

import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue

/** Asserts that a call fails with that case and with a message that says these words and is fit to be shown. Returns the message. */
internal inline fun <reified E : SelfmojiException> fails(vararg words: String, crossinline call: () -> Any?): String {
    val message = assertThrows(E::class.java) { call() }.message.orEmpty()
    for (word in words) assertTrue(message.contains(word), "\"$message\" does not say \"$word\"")
    assertTrue(message.isNotBlank() && !message.contains("::"), message)
    return message
}
