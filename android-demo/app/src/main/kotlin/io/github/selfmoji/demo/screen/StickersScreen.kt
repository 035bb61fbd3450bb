package io.github.selfmoji.demo.screen

import android.view.LayoutInflater
import android.view.View
import android.view.ViewGroup
import android.widget.Button
import android.widget.GridView
import android.widget.ProgressBar
import android.widget.TextView
import io.github.selfmoji.Sticker
import io.github.selfmoji.demo.R
import io.github.selfmoji.demo.Scene
import io.github.selfmoji.demo.Session
import io.github.selfmoji.demo.stickers.StickerSheet
import io.github.selfmoji.demo.ui.Drawing
import io.github.selfmoji.demo.ui.Painter
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.launch

/** The person's stickers, while they are made and when they are there. */
class StickersScreen(
    parent: ViewGroup,
    private val session: Session,
    painter: Painter,
    scope: CoroutineScope,
    onShare: (Sticker) -> Unit,
) : Screen {
    override val view: View = LayoutInflater.from(parent.context).inflate(R.layout.stickers, parent, false)
    override val foot: View = view.findViewById(R.id.grid)
    private val hint: View = view.findViewById(R.id.hint)
    private val grid: GridView = view.findViewById(R.id.grid)
    private val status: View = view.findViewById(R.id.status)
    private val statusTitle: TextView = view.findViewById(R.id.status_title)
    private val statusText: TextView = view.findViewById(R.id.status_text)
    private val progress: ProgressBar = view.findViewById(R.id.progress)
    private val button: Button = view.findViewById(R.id.status_button)
    private val drawing = Drawing(view.findViewById(R.id.emoji), painter, scope, SIZE)
    private val tiles = StickerTiles(painter, scope)

    init {
        view.findViewById<View>(R.id.back).setOnClickListener { session.back() }
        grid.adapter = tiles
        grid.setOnItemClickListener { _, _, position, _ -> onShare(tiles.getItem(position)) }
        scope.launch { session.stickers.sheet.collect(::show) }
    }

    override fun show(scene: Scene) {
        drawing.show(scene.recipe ?: return)
    }

    private fun show(sheet: StickerSheet) {
        val ready = sheet is StickerSheet.Ready
        tiles.stickers = if (sheet is StickerSheet.Ready) sheet.stickers else emptyList()
        grid.visibility = if (ready) View.VISIBLE else View.GONE
        hint.visibility = if (ready) View.VISIBLE else View.INVISIBLE
        status.visibility = if (ready) View.GONE else View.VISIBLE
        val making = sheet is StickerSheet.Making
        progress.visibility = if (making) View.VISIBLE else View.GONE
        button.setText(if (making) R.string.cancel else R.string.stickers_make)
        button.setOnClickListener { if (making) session.stickers.cancel() else session.recipe()?.let(session.stickers::start) }
        statusTitle.setText(if (making) R.string.stickers_making else R.string.stickers_stopped)
        statusText.text = text(sheet)
        if (sheet is StickerSheet.Making) {
            progress.isIndeterminate = sheet.total == 0
            progress.max = sheet.total
            progress.progress = sheet.done
        }
    }

    private fun text(sheet: StickerSheet): String = when {
        sheet is StickerSheet.Failed -> sentence(sheet.cause.message.orEmpty())
        sheet is StickerSheet.Making && sheet.total > 0 -> view.resources.getString(R.string.stickers_progress, sheet.done, sheet.total)
        else -> ""
    }

    private companion object {
        const val SIZE = 480
    }
}

private fun Session.recipe() = scene.value.recipe
