package io.github.selfmoji.demo.person

import io.github.selfmoji.Recipe
import io.github.selfmoji.SelfmojiException
import io.github.selfmoji.fromJson
import io.github.selfmoji.toJson
import java.io.File
import java.io.IOException

/**
 * Where the person's recipe is kept between runs: a few hundred bytes of JSON, choices only. Reads and writes files, so call it off the UI thread.
 *
 * @property file in the app's private files.
 */
class RecipeFile(private val file: File) {
    /**
     * The kept recipe, if there is one that can be read. One that cannot be read is left where it is: a newer release may have written it.
     */
    fun load(): Recipe? = try {
        if (file.exists()) Recipe.fromJson(file.readText()) else null
    } catch (_: IOException) {
        null
    } catch (_: SelfmojiException) {
        null
    }

    /**
     * Keeps a recipe in place of the former one. Written beside it first, so that a full disk never costs the former one.
     *
     * @throws IOException where it cannot be written.
     */
    fun save(recipe: Recipe) {
        val fresh = File(file.path + ".new")
        fresh.writeText(recipe.toJson())
        if (!fresh.renameTo(file)) throw IOException("$fresh could not be moved to $file")
    }

    /** Deletes it. */
    fun forget() {
        File(file.path + ".new").delete()
        file.delete()
    }
}
