/** Recipes as the JSON they are kept in. */
@file:JvmName("RecipeJson")

package io.github.selfmoji

/**
 * The recipe as JSON, indented, with a fixed order of its fields: what to save.
 *
 * @throws SelfmojiException.Recipe where a value is out of range.
 */
public fun Recipe.toJson(): String = recipeToJson(this)

/**
 * Reads a recipe that any part of Selfmoji wrote, of this or an earlier release.
 *
 * @throws SelfmojiException.Recipe where the text is no recipe that this version knows, or a value is out of range.
 */
public fun Recipe.Companion.fromJson(json: String): Recipe = recipeFromJson(json)
