package io.github.selfmoji.demo.person

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertSame
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

class HistoryTest {
    private val three = History("a").push("b").push("c")

    @Test
    fun goesBackAndForth() {
        assertEquals(listOf("b", "a"), listOf(three.undo().present, three.undo().undo().present))
        assertEquals(three, three.undo().undo().redo().redo())
    }

    @Test
    fun endsAtBothEnds() {
        val first = three.undo().undo()
        assertFalse(first.canUndo)
        assertSame(first, first.undo())
        assertFalse(three.canRedo)
        assertSame(three, three.redo())
    }

    @Test
    fun aNewStepForgetsWhatWasUndone() {
        val other = three.undo().push("d")
        assertFalse(other.canRedo)
        assertEquals("b", other.undo().present)
    }

    @Test
    fun theSameAgainIsNoStep() {
        assertSame(three, three.push("c"))
        assertTrue(three.undo().push("b").canRedo)
    }

    @Test
    fun isBounded() {
        val long = (1..1000).fold(History(0)) { history, step -> history.push(step) }
        assertEquals(History.LIMIT, long.past.size)
        assertEquals(999, long.undo().present)
    }
}
