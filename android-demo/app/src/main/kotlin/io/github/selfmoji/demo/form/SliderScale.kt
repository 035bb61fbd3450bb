package io.github.selfmoji.demo.form

import kotlin.math.abs
import kotlin.math.roundToInt

/** The values of a slider as the whole steps that a seek bar counts in. */
class SliderScale(private val min: Float, private val max: Float) {
    /** The step nearest to a value, 0 to [STEPS]. */
    fun step(value: Float): Int = ((value - min) / (max - min) * STEPS).roundToInt().coerceIn(0, STEPS)

    /** The value of a step. Near 0, which is as the part was drawn, it is exactly 0: a finger cannot hit it otherwise. */
    fun value(step: Int): Float {
        val value = min + (max - min) * step / STEPS
        return if (abs(value) < (max - min) * STICKY) 0f else value
    }

    companion object {
        const val STEPS: Int = 200
        private const val STICKY = 0.03f
    }
}
