package io.github.selfmoji.demo.person

import io.github.selfmoji.FaceBox
import io.github.selfmoji.Pack
import io.github.selfmoji.Photo
import io.github.selfmoji.Recipe
import io.github.selfmoji.Studio
import io.github.selfmoji.Style
import io.github.selfmoji.bundledPackNames

/**
 * The models and the style packs, each loaded when it is first asked for, and kept. Safe to share between threads; loading takes some tens of
 * milliseconds and drawing some, so call it off the UI thread.
 */
class Atelier {
    private val studio: Studio by lazy { Studio.bundled() }
    private val packs = HashMap<String, Pack>()
    private val styles = HashMap<String, Style>()

    /** The names of the styles that come with the library, in its order. */
    val styleNames: List<String> by lazy { bundledPackNames().filterNot { FORMER in it } }

    /** The pack of a style, as it is now. */
    fun pack(style: String): Pack = synchronized(packs) { packs.getOrPut(style) { Pack.bundled(style) } }

    /** The pack that a recipe was made with, be it a former version. */
    fun packOf(recipe: Recipe): Pack {
        val present = pack(recipe.pack)
        if (present.info().version == recipe.version) return present
        return synchronized(packs) { packs.getOrPut(recipe.pack + FORMER + recipe.version) { Pack.bundledFor(recipe) } }
    }

    /**
     * Reads a face and makes its recipe in every style, [first] to be shown. Nothing of the photo is kept but the recipes.
     *
     * @throws io.github.selfmoji.SelfmojiException NoFace and its like for what the person can mend.
     */
    fun read(photo: Photo, first: String): Pair<Looks, FaceBox> = studio.read(photo).use { reading ->
        Looks(first, styleNames.associateWith { reading.avatar(style(it)).recipe }) to reading.face().bounds
    }

    /** The same person in another style. */
    fun restyle(recipe: Recipe, style: String): Recipe = packOf(recipe).restyle(recipe, pack(style))

    private fun style(name: String): Style = synchronized(styles) { styles.getOrPut(name) { studio.style(pack(name)) } }

    private companion object {
        /** Between the name of a pack and the number of a former version. */
        const val FORMER = "@"
    }
}
