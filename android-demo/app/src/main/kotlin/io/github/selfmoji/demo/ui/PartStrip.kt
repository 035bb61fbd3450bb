package io.github.selfmoji.demo.ui

import android.content.Context
import android.graphics.Rect
import android.view.ViewTreeObserver
import android.widget.GridLayout
import android.widget.HorizontalScrollView
import io.github.selfmoji.Change
import io.github.selfmoji.Recipe
import io.github.selfmoji.demo.R
import io.github.selfmoji.demo.form.Parts
import kotlinx.coroutines.CoroutineScope

/** Drawings to choose from, to be scrolled sideways, in more than one row where there are many. It begins where the chosen one is in the middle. */
class PartStrip(
    context: Context,
    private val painter: Painter,
    private val scope: CoroutineScope,
    private val onChange: (Change) -> Unit,
) : HorizontalScrollView(context) {
    private val grid = GridLayout(context)
    private val tiles = ArrayList<PartTile>()
    private val seen = Rect()
    private var revealing = true

    /** For when the page is scrolled that this strip is on. */
    private val onScroll = ViewTreeObserver.OnScrollChangedListener(::look)

    init {
        val edge = resources.getDimensionPixelSize(R.dimen.edge)
        isHorizontalScrollBarEnabled = false
        clipToPadding = false
        setPaddingRelative(edge, 0, edge, 0)
        grid.orientation = GridLayout.VERTICAL
        addView(grid)
    }

    /** Shows the choices as they are with that recipe. */
    fun show(parts: Parts, recipe: Recipe) {
        if (tiles.size != parts.choices.size) build(parts.choices.size)
        parts.choices.forEachIndexed { index, choice ->
            tiles[index].bind(recipe, choice)
            tiles[index].setOnClickListener { if (!choice.chosen) onChange(choice.change) }
        }
        post(::look)
    }

    override fun onLayout(changed: Boolean, left: Int, top: Int, right: Int, bottom: Int) {
        super.onLayout(changed, left, top, right, bottom)
        if (revealing) {
            revealing = false
            val chosen = tiles.firstOrNull { it.isSelected }
            if (chosen != null) scrollTo(chosen.left - (width - chosen.width) / 2, 0)
        }
        post(::look)
    }

    override fun onScrollChanged(left: Int, top: Int, formerLeft: Int, formerTop: Int) {
        super.onScrollChanged(left, top, formerLeft, formerTop)
        look()
    }

    override fun onAttachedToWindow() {
        super.onAttachedToWindow()
        viewTreeObserver.addOnScrollChangedListener(onScroll)
    }

    override fun onDetachedFromWindow() {
        viewTreeObserver.removeOnScrollChangedListener(onScroll)
        tiles.forEach { it.vanish() }
        super.onDetachedFromWindow()
    }

    private fun build(count: Int) {
        val size = resources.getDimensionPixelSize(R.dimen.part_tile)
        val gap = resources.getDimensionPixelSize(R.dimen.gap)
        grid.removeAllViews()
        tiles.clear()
        grid.rowCount = (count - 1) / TILES_A_ROW + 1
        repeat(count) {
            val tile = PartTile(context, painter, scope)
            tiles += tile
            grid.addView(
                tile,
                GridLayout.LayoutParams().apply {
                    width = size
                    height = size
                    marginEnd = gap
                    bottomMargin = gap
                },
            )
        }
    }

    private fun look() {
        for (tile in tiles) if (isShown && tile.getLocalVisibleRect(seen)) tile.appear() else tile.vanish()
    }

    private companion object {
        /** More than these are a long way to scroll. */
        const val TILES_A_ROW = 15
    }
}
