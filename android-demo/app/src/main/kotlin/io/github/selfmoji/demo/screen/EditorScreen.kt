package io.github.selfmoji.demo.screen

import android.view.LayoutInflater
import android.view.View
import android.view.ViewGroup
import android.widget.HorizontalScrollView
import android.widget.ScrollView
import io.github.selfmoji.demo.R
import io.github.selfmoji.demo.Scene
import io.github.selfmoji.demo.Session
import io.github.selfmoji.demo.ui.Drawing
import io.github.selfmoji.demo.ui.FormView
import io.github.selfmoji.demo.ui.Painter
import io.github.selfmoji.demo.ui.PillsView
import io.github.selfmoji.demo.ui.PortraitView
import kotlinx.coroutines.CoroutineScope

/** Changes the emoji, with the selfie beside it to compare. */
class EditorScreen(parent: ViewGroup, private val session: Session, painter: Painter, scope: CoroutineScope) : Screen {
    override val view: View = LayoutInflater.from(parent.context).inflate(R.layout.editor, parent, false)
    override val foot: View = view.findViewById(R.id.foot) ?: view.findViewById(R.id.form_scroll)
    private val portrait: PortraitView = view.findViewById(R.id.portrait)
    private val undo: View = view.findViewById(R.id.undo)
    private val redo: View = view.findViewById(R.id.redo)
    private val tabs: PillsView = view.findViewById(R.id.tabs)
    private val tabsScroll: HorizontalScrollView = view.findViewById(R.id.tabs_scroll)
    private val form: FormView = view.findViewById(R.id.form)
    private val formScroll: ScrollView = view.findViewById(R.id.form_scroll)
    private val drawing = Drawing(view.findViewById(R.id.emoji), painter, scope, SIZE)
    private var page = -1

    init {
        form.connect(painter, scope, onTry = session::preview, onChange = session::change)
        tabs.onChoose = session::open
        undo.setOnClickListener { session.undo() }
        redo.setOnClickListener { session.redo() }
        view.findViewById<View>(R.id.back).setOnClickListener { session.back() }
        view.findViewById<View>(R.id.done).setOnClickListener { session.back() }
    }

    override fun show(scene: Scene) {
        val recipe = scene.recipe ?: return
        val open = scene.pages.getOrNull(scene.page) ?: return
        portrait.portrait = scene.portrait
        undo.isEnabled = scene.history?.canUndo == true
        redo.isEnabled = scene.history?.canRedo == true
        drawing.show(scene.shown ?: recipe)
        tabs.show(scene.pages.map { it.title }, scene.page)
        form.show(open, recipe)
        if (page != scene.page) {
            page = scene.page
            formScroll.scrollTo(0, 0)
            tabs.post { reveal(tabs.getChildAt(page)) }
        }
    }

    private fun reveal(tab: View) = tabsScroll.smoothScrollTo(tab.left - (tabsScroll.width - tab.width) / 2, 0)

    private companion object {
        /** Pixels: as many as the card has on a large phone. */
        const val SIZE = 640
    }
}
