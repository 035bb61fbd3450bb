package io.github.selfmoji.demo.form

import io.github.selfmoji.Change
import io.github.selfmoji.Kind

/**
 * One tab of the editor.
 *
 * @property key tells it from other tabs, whatever the language.
 * @property title for people.
 */
data class Page(val key: String, val title: String, val sections: List<Section>)

/** One control of a tab. Controls with the same [key] are the same control in another state. */
sealed interface Section {
    val key: String

    /** For people. */
    val title: String
}

/** Drawings to choose from. */
data class Parts(override val key: String, override val title: String, val choices: List<Choice>) : Section

/**
 * A drawing to choose.
 *
 * @property change what choosing it does.
 * @property nothing whether it stands for having none of its kind.
 */
data class Choice(val title: String, val change: Change, val chosen: Boolean, val nothing: Boolean)

/**
 * How a part varies.
 *
 * @property min the least value, and [max] the greatest; the part is as drawn at 0.
 * @property change what moving it to a value does.
 */
data class Slider(
    override val key: String,
    override val title: String,
    val min: Float,
    val max: Float,
    val value: Float,
    private val kind: Kind,
    private val axis: String,
) : Section {
    fun change(value: Float): Change = Change.Axis(kind, axis, value)
}

/** Colours to choose from. */
data class Swatches(override val key: String, override val title: String, val swatches: List<Swatch>) : Section

/**
 * A colour to choose.
 *
 * @property rgb 0xrrggbb.
 */
data class Swatch(val title: String, val rgb: Int, val change: Change, val chosen: Boolean)
