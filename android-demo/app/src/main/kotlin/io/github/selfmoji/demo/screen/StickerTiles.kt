package io.github.selfmoji.demo.screen

import android.view.View
import android.view.ViewGroup
import android.widget.BaseAdapter
import io.github.selfmoji.Sticker
import io.github.selfmoji.demo.ui.Painter
import io.github.selfmoji.demo.ui.StickerTile
import kotlinx.coroutines.CoroutineScope

/** The stickers of a sheet as tiles, which are used again as they scroll by. */
class StickerTiles(private val painter: Painter, private val scope: CoroutineScope) : BaseAdapter() {
    /** What is shown. */
    var stickers: List<Sticker> = emptyList()
        set(value) {
            if (field === value) return
            field = value
            notifyDataSetChanged()
        }

    override fun getCount(): Int = stickers.size

    override fun getItem(position: Int): Sticker = stickers[position]

    override fun getItemId(position: Int): Long = position.toLong()

    override fun getView(position: Int, former: View?, parent: ViewGroup): View {
        val tile = former as? StickerTile ?: StickerTile(parent.context, painter, scope)
        tile.bind(stickers[position])
        return tile
    }
}
