package io.github.selfmoji.demo.screen

import android.view.LayoutInflater
import android.view.View
import android.view.ViewGroup
import android.widget.PopupMenu
import io.github.selfmoji.demo.Place
import io.github.selfmoji.demo.R
import io.github.selfmoji.demo.Scene
import io.github.selfmoji.demo.Session
import io.github.selfmoji.demo.ui.Arrival
import io.github.selfmoji.demo.ui.Drawing
import io.github.selfmoji.demo.ui.EmojiView
import io.github.selfmoji.demo.ui.Painter
import io.github.selfmoji.demo.ui.PillsView
import io.github.selfmoji.demo.ui.PortraitView
import kotlinx.coroutines.CoroutineScope

/**
 * The emoji, its styles, and the ways to go on.
 *
 * @param welcomed how many emojis were welcomed already, asked and told, as it outlives the screen.
 */
class EmojiScreen(
    parent: ViewGroup,
    private val session: Session,
    painter: Painter,
    scope: CoroutineScope,
    private val welcomed: Welcomed,
    private val onMenu: (Int) -> Boolean,
    onShare: () -> Unit,
) : Screen {
    override val view: View = LayoutInflater.from(parent.context).inflate(R.layout.emoji, parent, false)
    override val foot: View = view.findViewById(R.id.foot)
    private val emoji: EmojiView = view.findViewById(R.id.emoji)
    private val portrait: PortraitView = view.findViewById(R.id.portrait)
    private val styles: PillsView = view.findViewById(R.id.styles)
    private val drawing = Drawing(emoji, painter, scope, SIZE)
    private val arrival = Arrival(portrait, emoji)

    init {
        styles.onChoose = { session.wear(session.scene.value.styles[it].first) }
        view.findViewById<View>(R.id.edit).setOnClickListener { session.go(Place.EDITOR) }
        view.findViewById<View>(R.id.stickers).setOnClickListener { session.go(Place.STICKERS) }
        view.findViewById<View>(R.id.share).setOnClickListener { onShare() }
        view.findViewById<View>(R.id.more).setOnClickListener(::openMenu)
    }

    override fun show(scene: Scene) {
        val recipe = scene.recipe ?: return
        portrait.portrait = scene.portrait
        styles.show(scene.styles.map { it.second }, scene.styles.indexOfFirst { it.first == recipe.pack })
        if (scene.arrivals > welcomed.count) {
            welcomed.count = scene.arrivals
            emoji.alpha = 0f
            drawing.show(recipe, onDrawn = { view.post { arrival.prepare(); arrival.play() } })
        } else {
            drawing.show(recipe)
        }
    }

    private fun openMenu(anchor: View) {
        val menu = PopupMenu(view.context, anchor)
        menu.inflate(R.menu.more)
        menu.setOnMenuItemClickListener { onMenu(it.itemId) }
        menu.show()
    }

    private companion object {
        /** Pixels: as many as the card has on a large phone. */
        const val SIZE = 1024
    }
}

/** How many emojis of photos were welcomed. */
class Welcomed(var count: Int = 0)
