package io.github.selfmoji

import io.github.selfmoji.Samples.ada
import io.github.selfmoji.Samples.classic
import io.github.selfmoji.Samples.portrait
import io.github.selfmoji.Samples.studio
import io.github.selfmoji.Samples.style
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir
import java.io.File
import java.nio.ByteBuffer

/** Whatever an app does wrong is an exception that says so, never a crash. */
class ErrorsTest {
    @Test
    fun `photos that cannot be used`() {
        fails<SelfmojiException.Photo>("empty") { Photo.decode(ByteArray(0)) }
        fails<SelfmojiException.Photo>("not a picture") { Photo.decode("hello".toByteArray()) }
        fails<SelfmojiException.Photo>("damaged") { Photo.decode(portrait.copyOf(5_000)) }
        fails<SelfmojiException.Photo>("smaller photo") { Photo.decode(portrait, PhotoLimits(maxBytes = 10)) }
        fails<SelfmojiException.Photo>("512x512") { Photo.decode(portrait, PhotoLimits(maxPixels = 1000)) }
        fails<SelfmojiException.Photo>("512x512") { Photo.decode(portrait, PhotoLimits(minSide = 600)) }
        fails<SelfmojiException.Photo>("512x512") { Photo.decode(portrait, PhotoLimits(maxSide = 100)) }
        fails<SelfmojiException.Photo>("memory") { Photo.decode(portrait, PhotoLimits(maxMemory = -1)) }
        fails<SelfmojiException.Photo>("stride") { Photo.fromRgba(ByteArray(10), 100, 100) }
        fails<SelfmojiException.Photo>("stride") { Photo.fromRgba(Samples.wall, 320, 240, 1) }
        fails<SelfmojiException.Photo>("negative") { Photo.fromRgba(Samples.wall, -320, 240, 1280) }
        fails<SelfmojiException.Photo>("reduce it") { Photo.fromRgba(Samples.wall, Int.MAX_VALUE, Int.MAX_VALUE, Int.MAX_VALUE) }
    }

    @Test
    fun `a buffer of the heap cannot be handed over without a copy`() {
        val error = assertThrows(IllegalArgumentException::class.java) { Photo.decode(ByteBuffer.wrap(portrait)) }
        assertTrue(error.message.orEmpty().contains("direct"), error.message)
    }

    @Test
    fun `photos without a face to work with`() {
        Photo.fromRgba(Samples.wall, 320, 240, 1280).use { wall -> fails<SelfmojiException.NoFace>("no face") { studio.create(wall, style) } }
        Photo.decode(portrait).use { photo ->
            val near = Studio.bundled(StudioOptions(minEyeDistance = 500f))
            fails<SelfmojiException.FaceTooSmall>("come closer") { near.create(photo, style) }
            val strict = Studio.bundled(StudioOptions(maxYaw = 0f))
            fails<SelfmojiException.FaceTurned>("look into the camera") { strict.read(photo) }
        }
        val alone = Studio.bundled(StudioOptions(refuseSeveralFaces = true))
        Samples.twoPortraits().use { photo ->
            fails<SelfmojiException.SeveralFaces>("2 faces") { alone.read(photo) }
            studio.read(photo).use { assertEquals(1, it.otherFaces().size) }
        }
    }

    @Test
    fun `recipes that are none, or of another pack`() {
        fails<SelfmojiException.Recipe>("JSON") { Recipe.fromJson("") }
        fails<SelfmojiException.Recipe>("JSON") { Recipe.fromJson("[]") }
        fails<SelfmojiException.Recipe>("line") { Recipe.fromJson("{\"format\": 1, \"pack\": \"classic\"}") }
        fails<SelfmojiException.Recipe>("format") { Recipe.fromJson(ada.toJson().replace("\"format\": 1", "\"format\": 9")) }
        fails<SelfmojiException.Recipe>("version") { classic.png(ada.copy(version = "one"), 64) }
        fails<SelfmojiException.Recipe>("no nose part") { classic.png(ada.copy(parts = ada.parts + (Kind.NOSE to "potato")), 64) }
        fails<SelfmojiException.Recipe>("nose") { classic.png(ada.copy(parts = ada.parts - Kind.NOSE), 64) }
        fails<SelfmojiException.Recipe>("colour") { classic.png(ada.copy(colours = mapOf("skin" to "teal")), 64) }
        fails<SelfmojiException.Recipe>("-1 to 1") { ada.copy(axes = mapOf(Kind.EYES to mapOf("size" to Float.NaN))).toJson() }
        fails<SelfmojiException.Recipe>("0.5 to 2") { ada.copy(transforms = mapOf(Kind.EYES to Adjust(0f, 0f, 9f))).toJson() }
        fails<SelfmojiException.Recipe>("expression") { classic.sticker(ada, "sulking") }
        fails<SelfmojiException.OtherPack>("9.9.9") { classic.png(ada.copy(version = "9.9.9"), 64) }
        fails<SelfmojiException.OtherPack>("9.9.9") { Pack.bundledFor(ada.copy(version = "9.9.9")) }
        Pack.bundled("ink").use { ink -> fails<SelfmojiException.OtherPack>("ink") { ink.editOptions(ada) } }
    }

    @Test
    fun `changes that cannot be made leave nothing changed`() {
        fails<SelfmojiException.Edit>("did you mean `bob`") { classic.edit(ada, listOf(Change.Part(Kind.HAIR, "bobb"))) }
        fails<SelfmojiException.Edit>("cannot go without") { classic.edit(ada, listOf(Change.Part(Kind.EYES, null))) }
        fails<SelfmojiException.Edit>("#rrggbb") { classic.edit(ada, listOf(Change.Expression("laughing"), Change.Colour("skin", "#12"))) }
        fails<SelfmojiException.Edit>("expression") { classic.thumbnail(ada, Change.Expression("sulking"), 64) }
    }

    @Test
    fun `sizes that no picture can have`() {
        for (size in listOf(0, -1, 4097, Int.MIN_VALUE)) {
            fails<SelfmojiException.Picture>("1 to 4096") { classic.png(ada, size) }
            fails<SelfmojiException.Picture>("1 to 4096") { Easel().rgba(classic, ada, size) }
        }
        fails<SelfmojiException.Picture>("no movement") { classic.animatedSticker(ada, firstStillExpression()) }
    }

    private fun firstStillExpression(): String = classic.editOptions(ada).expressions.map { it.id }.first { id ->
        id != "neutral" && classic.stickers(ada, StickersWanted(listOf(id))).animated.isEmpty()
    }

    @Test
    fun `packs and models that cannot be used`(@TempDir folder: File) {
        fails<SelfmojiException.Pack>("classic") { Pack.bundled("cubist") }
        fails<SelfmojiException.Pack>("nowhere") { Pack.open(File(folder, "nowhere").path) }
        fails<SelfmojiException.Pack>("zip") { Pack.fromZip("no zip".toByteArray()) }
        File(folder, "pack.json").writeText("{\n  \"format\": oops\n}")
        fails<SelfmojiException.Pack>("pack.json:2") { Pack.open(folder.path) }
        val stale = Pack.withEmbeddings(Samples.zip(File(Samples.starter)), "{}")
        fails<SelfmojiException.Pack>("embeddings.json") { studio.style(stale) }
        fails<SelfmojiException.Model> { Studio.withModels(File(folder, "nowhere").path) }
        val stopping = object : ProgressListener {
            override fun goesOn(done: Int, total: Int): Boolean = false
        }
        val starter = Pack.open(Samples.starter)
        fails<SelfmojiException.Cancelled>("cancelled") { studio.buildEmbeddings(starter, stopping) }
        fails<SelfmojiException.Cancelled>("cancelled") { studio.style(starter, stopping) }
    }

    @Test
    fun `texts of any kind`() {
        for (text in listOf("\ud800", "\u0000", "a".repeat(1_000_000), "\u202e\u0007")) {
            assertEquals("classic", classic.random(text).pack)
            val message = fails<SelfmojiException.Pack> { Pack.bundled(text) }
            assertTrue(message.length < 2100 && message.none { it.isISOControl() }, message.take(100))
            fails<SelfmojiException.Recipe> { classic.sticker(ada, text) }
            fails<SelfmojiException.Edit> { classic.edit(ada, listOf(Change.Colour(text, text))) }
        }
    }

    @Test
    fun `what was closed is not used again`() {
        val photo = Photo.decode(portrait)
        photo.close()
        photo.close()
        assertThrows(IllegalStateException::class.java) { studio.create(photo, style) }
    }
}
