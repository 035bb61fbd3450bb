package io.github.selfmoji.demo.ui

import android.content.Context
import android.view.LayoutInflater
import android.view.View
import android.widget.FrameLayout
import android.widget.SeekBar
import android.widget.TextView
import io.github.selfmoji.Change
import io.github.selfmoji.demo.R
import io.github.selfmoji.demo.form.Slider
import io.github.selfmoji.demo.form.SliderScale

/**
 * A slider and its name.
 *
 * @param onTry is told of each value on the way, [onChange] of the one that is to stay.
 */
class SliderRow(context: Context, private val onTry: (Change) -> Unit, private val onChange: (Change) -> Unit) : FrameLayout(context) {
    private val title: TextView
    private val bar: SeekBar
    private var moving = false

    init {
        LayoutInflater.from(context).inflate(R.layout.slider, this)
        title = findViewById(R.id.slider_title)
        bar = findViewById(R.id.slider_bar)
        // Several of them are on a screen; each is bound to its value, not to what was saved under the layout's id.
        bar.id = View.NO_ID
        bar.max = SliderScale.STEPS
    }

    /** Shows a slider's value, unless a finger is on it. */
    fun show(slider: Slider) {
        val scale = SliderScale(slider.min, slider.max)
        title.text = slider.title
        bar.contentDescription = slider.title
        bar.setOnSeekBarChangeListener(null)
        if (!moving) bar.progress = scale.step(slider.value)
        bar.setOnSeekBarChangeListener(object : SeekBar.OnSeekBarChangeListener {
            override fun onProgressChanged(bar: SeekBar, progress: Int, byPerson: Boolean) {
                if (!byPerson) return
                val change = slider.change(scale.value(progress))
                // Keys and screen readers move it without holding it.
                if (moving) onTry(change) else onChange(change)
            }

            override fun onStartTrackingTouch(bar: SeekBar) {
                moving = true
            }

            override fun onStopTrackingTouch(bar: SeekBar) {
                moving = false
                onChange(slider.change(scale.value(bar.progress)))
            }
        })
    }
}
