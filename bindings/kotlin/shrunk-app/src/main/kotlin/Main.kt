import io.github.selfmoji.Change
import io.github.selfmoji.Live
import io.github.selfmoji.Pack
import io.github.selfmoji.Photo
import io.github.selfmoji.SelfmojiException
import io.github.selfmoji.StickersWanted
import io.github.selfmoji.Studio
import io.github.selfmoji.awaitStickers
import io.github.selfmoji.decode
import io.github.selfmoji.fromJson
import io.github.selfmoji.Recipe
import io.github.selfmoji.toJson
import kotlinx.coroutines.runBlocking
import java.io.File

/** What an app does, in a program whose code is shrunk and renamed with the rules that Android apps get from the AAR. */
fun main(arguments: Array<String>) = runBlocking {
    val studio = Studio.bundled()
    val pack = Pack.bundled("clay")
    val style = studio.style(pack)
    val avatar = Photo.decode(File(arguments[0]).readBytes()).use { photo ->
        Live().use { it.next(studio, style, photo, 0f) }
        studio.create(photo, style)
    }
    val recipe = pack.edit(avatar.recipe, listOf(Change.Expression("laughing")))
    check(Recipe.fromJson(recipe.toJson()) == recipe)
    check(pack.editOptions(recipe).tabs.isNotEmpty() && pack.altText(recipe).isNotEmpty())
    check(pack.png(recipe, 64).size > 500)
    var told = 0
    // Goes from Rust back into Kotlin.
    pack.awaitStickers(recipe, StickersWanted(listOf("laughing", "waving"), animated = false)) { _, _ -> told++ }
    check(told == 2) { "progress was told $told times" }
    try {
        Photo.decode(ByteArray(0))
        error("an empty photo was taken")
    } catch (expected: SelfmojiException.Photo) {
        check(expected.message.orEmpty().isNotEmpty())
    }
    val renamed = studio.javaClass.name != "io.github." + "selfmoji.Studio"
    println("a shrunk app made an avatar of ${recipe.parts.size} parts; the SDK's classes were ${if (renamed) "renamed" else "not renamed"}")
    check(renamed) { "nothing was renamed, so this proves nothing" }
}
