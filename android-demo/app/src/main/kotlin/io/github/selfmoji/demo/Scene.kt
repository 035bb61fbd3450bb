package io.github.selfmoji.demo

import io.github.selfmoji.Pack
import io.github.selfmoji.Recipe
import io.github.selfmoji.SelfmojiException
import io.github.selfmoji.demo.form.Page
import io.github.selfmoji.demo.person.History
import io.github.selfmoji.demo.person.Looks
import io.github.selfmoji.demo.selfie.Portrait

/** The screens. */
enum class Place { START, EMOJI, EDITOR, STICKERS }

/** What the start screen is about. */
sealed interface Welcome {
    /** Says what the app does. */
    data object Greeting : Welcome

    /** A photo is being read. */
    data object Reading : Welcome

    /** A photo could not be used. */
    data class Failed(val problem: Problem) : Welcome
}

/** Why there is no emoji of a photo. */
sealed interface Problem {
    /** The library says why. */
    data class Library(val cause: SelfmojiException) : Problem

    /** The file could not be opened. */
    data object Unreadable : Problem

    /** No app takes or gives photos here. */
    data object NoApp : Problem
}

/**
 * Everything a screen shows. A value.
 *
 * @property loading whether it is not known yet if a recipe was kept.
 * @property history the person's looks, and the ones before; none before the first photo.
 * @property preview a recipe that is only being tried, as while a slider is moved.
 * @property pack the pack of the recipe.
 * @property styles the styles to choose from, each with its title.
 * @property pages the editor's form for the recipe, where the editor is open.
 * @property page which of the [pages] is open.
 * @property portrait the face of the selfie, while it is known.
 * @property unsaved whether the recipe could not be written, as where the storage is full.
 * @property arrivals how many emojis have come from photos: each is welcomed once.
 */
data class Scene(
    val place: Place = Place.START,
    val loading: Boolean = true,
    val welcome: Welcome = Welcome.Greeting,
    val history: History<Looks>? = null,
    val preview: Recipe? = null,
    val pack: Pack? = null,
    val styles: List<Pair<String, String>> = emptyList(),
    val pages: List<Page> = emptyList(),
    val page: Int = 0,
    val portrait: Portrait? = null,
    val unsaved: Boolean = false,
    val arrivals: Int = 0,
) {
    /** The recipe to be kept. */
    val recipe: Recipe? get() = history?.present?.recipe

    /** The recipe to be drawn. */
    val shown: Recipe? get() = preview ?: recipe

    /** Where going back ends. */
    val home: Place get() = if (recipe == null) Place.START else Place.EMOJI

    /** Whether there is somewhere to go back to. */
    val canGoBack: Boolean get() = place != home || welcome !is Welcome.Greeting
}
