package io.github.selfmoji.demo.screen

import android.view.LayoutInflater
import android.view.View
import android.view.ViewGroup
import android.widget.TextView
import io.github.selfmoji.demo.R
import io.github.selfmoji.demo.Scene
import io.github.selfmoji.demo.Welcome
import io.github.selfmoji.demo.ui.Painter
import io.github.selfmoji.demo.ui.PeopleView
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.launch

/** Says what the app does, and takes a photo; says, too, if one could not be used. */
class StartScreen(parent: ViewGroup, painter: Painter, scope: CoroutineScope, onTake: () -> Unit, onChoose: () -> Unit) : Screen {
    override val view: View = LayoutInflater.from(parent.context).inflate(R.layout.start, parent, false)
    override val foot: View = view.findViewById(R.id.foot)
    private val people: PeopleView = view.findViewById(R.id.people)
    private val reading: View = view.findViewById(R.id.reading)
    private val problem: View = view.findViewById(R.id.problem)
    private val problemText: TextView = view.findViewById(R.id.problem_text)
    private val buttons = listOf(R.id.take_selfie to onTake, R.id.choose_photo to onChoose)

    init {
        for ((id, action) in buttons) view.findViewById<View>(id).setOnClickListener { action() }
        scope.launch { people.show(painter.people(SEEDS, PEOPLE_SIZE)) }
    }

    override fun show(scene: Scene) {
        val welcome = scene.welcome
        if (welcome is Welcome.Failed) problemText.text = problemText(view.resources, welcome.problem)
        people.showIf(welcome is Welcome.Greeting)
        reading.showIf(welcome is Welcome.Reading)
        problem.showIf(welcome is Welcome.Failed)
        val free = welcome !is Welcome.Reading
        for ((id, _) in buttons) {
            val button = view.findViewById<View>(id)
            button.isEnabled = free
            button.alpha = if (free) 1f else DIMMED
        }
    }

    private fun View.showIf(wanted: Boolean) {
        visibility = if (wanted) View.VISIBLE else View.GONE
    }

    private companion object {
        /** Three that look well together. */
        val SEEDS = listOf("zoe", "dev", "pia")
        const val DIMMED = 0.4f
        const val PEOPLE_SIZE = 512
    }
}
