package io.github.selfmoji.demo.form

import io.github.selfmoji.AxisOption
import io.github.selfmoji.Change
import io.github.selfmoji.ColourOptions
import io.github.selfmoji.EditOptions
import io.github.selfmoji.KindOptions
import io.github.selfmoji.Tab

/**
 * Makes the editor's form from what a pack says can be changed: a page for each of its tabs, and one of expressions.
 *
 * @property titles translations of the pack's titles.
 * @property none what to call having none of a kind.
 * @property expressions what to call the page of expressions.
 */
class FormMaker(private val titles: Titles, private val none: String, private val expressions: String) {
    /** The form for one recipe's options. */
    fun pages(options: EditOptions): List<Page> = options.tabs.map(::page) + Page(
        "expressions",
        expressions,
        listOf(
            Parts(
                "expressions",
                expressions,
                options.expressions.map { Choice(titles["expression.${it.id}", it.title], Change.Expression(it.id), it.chosen, nothing = false) },
            ),
        ),
    )

    private fun page(tab: Tab): Page {
        val loose = tab.colours.filter { colour -> tab.kinds.none { it.kind == colour.kind } }
        return Page(tab.id, titles["tab.${tab.id}", tab.title], tab.kinds.flatMap { sections(it, tab.colours) } + loose.map(::swatches))
    }

    /** A kind's drawings, and below them what else can be said of it. Of what is not there, nothing can; and one colour alone is no choice. */
    private fun sections(kind: KindOptions, colours: List<ColourOptions>): List<Section> {
        val parts = parts(kind)
        if (parts.choices.any { it.nothing && it.chosen }) return listOf(parts)
        return listOf(parts) + colours.filter { it.kind == kind.kind && it.swatches.size > 1 }.map(::swatches) + kind.axes.map { slider(kind, it) }
    }

    private fun parts(kind: KindOptions): Parts {
        val id = id(kind)
        val parts = kind.parts.map { Choice(titles["part.$id.${it.id}", it.title], Change.Part(kind.kind, it.id), it.chosen, nothing = false) }
        val nothing = Choice(none, Change.Part(kind.kind, null), chosen = parts.none { it.chosen }, nothing = true)
        return Parts("parts.$id", titles["kind.$id", kind.title], if (kind.optional) listOf(nothing) + parts else parts)
    }

    private fun slider(kind: KindOptions, axis: AxisOption): Slider {
        val id = "${id(kind)}.${axis.id}"
        return Slider("axis.$id", titles["axis.$id", axis.title], axis.min, axis.max, axis.value, kind.kind, axis.id)
    }

    private fun swatches(colour: ColourOptions) = Swatches(
        "colour.${colour.role}",
        titles["colour.${colour.role}", colour.title],
        colour.swatches.map {
            Swatch(titles["swatch.${it.id}", it.id.replace('-', ' ')], rgb(it.base), Change.Colour(colour.role, it.id), it.chosen)
        },
    )

    private fun id(kind: KindOptions): String = kind.kind.name.lowercase().replace('_', '-')

    private fun rgb(base: String): Int = base.removePrefix("#").toInt(16)
}
