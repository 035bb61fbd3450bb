package io.github.selfmoji.demo.person

import io.github.selfmoji.Recipe

/**
 * One person in the styles known so far. A value.
 *
 * Each style keeps its own recipe, so that going to another style and back changes nothing; an edit makes the other styles' recipes
 * stale, and they are made anew from the edited one when they are asked for.
 *
 * @property style the name of the style that is shown.
 * @property recipes a recipe for each style known so far, the shown one among them.
 */
data class Looks(val style: String, val recipes: Map<String, Recipe>) {
    constructor(recipe: Recipe) : this(recipe.pack, mapOf(recipe.pack to recipe))

    /** The recipe that is shown. */
    val recipe: Recipe get() = recipes.getValue(style)

    /** The same person after an edit in the style that is shown. */
    fun edited(recipe: Recipe): Looks = if (recipe == this.recipe) this else Looks(style, mapOf(style to recipe))

    /** The same person in another style; [restyle] is asked only where that style is not known yet. */
    inline fun wearing(style: String, restyle: (Recipe) -> Recipe): Looks =
        Looks(style, if (style in recipes) recipes else recipes + (style to restyle(recipe)))
}
