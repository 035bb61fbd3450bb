package io.github.selfmoji.demo.share

import io.github.selfmoji.Recipe
import java.io.File

/** What files are called that others get to see. */
object FileNames {
    /** Of the emoji: its style and expression, as in `selfmoji-classic-happy.png`. */
    fun picture(recipe: Recipe): String = safe("selfmoji-${recipe.pack}-${recipe.expression}") + ".png"

    /** Of a sticker: the same, as WebP. */
    fun sticker(pack: String, expression: String): String = safe("selfmoji-$pack-$expression") + ".webp"

    /** The media type of a file, by its name. */
    fun type(name: String): String = when (name.substringAfterLast('.')) {
        "png" -> "image/png"
        "webp" -> "image/webp"
        "jpg" -> "image/jpeg"
        else -> "application/octet-stream"
    }

    /** The file of that name in a folder, or nothing where the name would lead out of it. */
    fun within(folder: File, name: String): File? =
        File(folder, name).takeIf { '/' !in name && '\\' !in name && it.canonicalFile.parentFile == folder.canonicalFile }

    /** Packs can be called anything. */
    private fun safe(name: String): String = name.lowercase().replace(Regex("[^a-z0-9]+"), "-").trim('-').take(LONGEST)

    private const val LONGEST = 80
}
