package io.github.selfmoji.demo.ui

import android.content.Context
import android.util.AttributeSet
import android.view.View
import android.widget.LinearLayout
import android.widget.TextView
import io.github.selfmoji.Change
import io.github.selfmoji.Recipe
import io.github.selfmoji.demo.R
import io.github.selfmoji.demo.form.Page
import io.github.selfmoji.demo.form.Parts
import io.github.selfmoji.demo.form.Section
import io.github.selfmoji.demo.form.Slider
import io.github.selfmoji.demo.form.Swatches
import kotlinx.coroutines.CoroutineScope

/** One page of the editor: its controls, one below the other. */
class FormView(context: Context, attributes: AttributeSet?) : LinearLayout(context, attributes) {
    private lateinit var painter: Painter
    private lateinit var scope: CoroutineScope
    private lateinit var onTry: (Change) -> Unit
    private lateinit var onChange: (Change) -> Unit
    private var keys: List<String> = emptyList()
    private val controls = ArrayList<View>()

    /** Connects it. [onTry] is told of changes on the way to one that [onChange] is told of. */
    fun connect(painter: Painter, scope: CoroutineScope, onTry: (Change) -> Unit, onChange: (Change) -> Unit) {
        this.painter = painter
        this.scope = scope
        this.onTry = onTry
        this.onChange = onChange
    }

    /** Shows a page as it is with that recipe. Controls that were there before stay where they are, and scrolled as they are. */
    fun show(page: Page, recipe: Recipe) {
        if (page.sections.map { it.key } != keys) build(page)
        page.sections.forEachIndexed { index, section -> fill(controls[index], section, recipe) }
    }

    private fun build(page: Page) {
        removeAllViews()
        controls.clear()
        keys = page.sections.map { it.key }
        for (section in page.sections) {
            if (section !is Slider) addView(label(section.title))
            val control = control(section)
            controls += control
            addView(control, LayoutParams(LayoutParams.MATCH_PARENT, LayoutParams.WRAP_CONTENT))
        }
    }

    private fun label(title: String) = TextView(context, null, 0, R.style.Section).apply { text = title }

    private fun control(section: Section): View = when (section) {
        is Parts -> PartStrip(context, painter, scope, onChange)
        is Swatches -> SwatchRow(context, onChange)
        is Slider -> SliderRow(context, onTry, onChange)
    }

    private fun fill(control: View, section: Section, recipe: Recipe) = when (section) {
        is Parts -> (control as PartStrip).show(section, recipe)
        is Swatches -> (control as SwatchRow).show(section)
        is Slider -> (control as SliderRow).show(section)
    }
}
