package io.github.selfmoji.demo.form

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNotEquals
import org.junit.jupiter.api.Test

class SliderScaleTest {
    private val scale = SliderScale(-1f, 1f)

    @Test
    fun endsAreEnds() {
        assertEquals(-1f, scale.value(0))
        assertEquals(1f, scale.value(SliderScale.STEPS))
        assertEquals(0, scale.step(-3f))
    }

    @Test
    fun thereAndBack() {
        for (step in 0..SliderScale.STEPS) {
            val value = scale.value(step)
            if (value != 0f) assertEquals(step, scale.step(value))
        }
    }

    @Test
    fun theMiddleHolds() {
        assertEquals(0f, scale.value(103))
        assertNotEquals(0f, scale.value(110))
        assertEquals(100, scale.step(0f))
    }

    @Test
    fun zeroNeedNotBeInTheMiddle() {
        val lopsided = SliderScale(0f, 2f)
        assertEquals(0, lopsided.step(0f))
        assertEquals(0f, lopsided.value(2))
        assertEquals(2f, lopsided.value(SliderScale.STEPS))
    }
}
