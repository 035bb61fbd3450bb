package io.github.selfmoji

import io.github.selfmoji.Samples.ada
import io.github.selfmoji.Samples.classic
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive
import org.junit.jupiter.api.Assertions.assertArrayEquals
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/** Stickers and their files. */
class StickersTest {
    @Test
    fun `a sticker is what messengers take`() {
        val still = classic.sticker(ada, "laughing")
        assertEquals("laughing", still.id)
        assertTrue(still.title.isNotEmpty() && still.alt.length in 1..125 && still.emoji.size in 1..3)
        assertTrue(!still.animated && Samples.isWebp(still.webp) && still.webp.size <= 100_000)
        val moving = classic.animatedSticker(ada, "waving")
        assertTrue(moving.animated && Samples.isWebp(moving.webp) && moving.webp.size <= 500_000 && moving.alt.length in 1..255)
    }

    @Test
    fun `a set tells how far it is and can be stopped`() {
        val wanted = StickersWanted(listOf("laughing", "winking", "waving"))
        val calls = mutableListOf<Pair<Int, Int>>()
        val watching = object : ProgressListener {
            override fun goesOn(done: Int, total: Int): Boolean = calls.add(done to total)
        }
        val set = classic.stickers(ada, wanted, watching)
        assertEquals(wanted.expressions, set.still.map { it.id })
        assertTrue(set.animated.map { it.id }.contains("waving") && set.animated.all { it.animated })
        assertTrue(Samples.isPng(set.tray, 96))
        val total = set.still.size + set.animated.size
        assertEquals((1..total).map { it to total }, calls)
        assertArrayEquals(classic.sticker(ada, "laughing").webp, set.still[0].webp)

        val stopping = object : ProgressListener {
            var told = 0
            override fun goesOn(done: Int, total: Int): Boolean = ++told < 2
        }
        assertThrows(SelfmojiException.Cancelled::class.java) { classic.stickers(ada, StickersWanted(), stopping) }
        assertEquals(2, stopping.told)
        for (thrown in listOf(IllegalStateException("the app's own mistake"), ProgressException.Failed("enough"), NotImplementedError())) {
            val throwing = object : ProgressListener {
                override fun goesOn(done: Int, total: Int): Boolean = throw thrown
            }
            assertThrows(SelfmojiException.Cancelled::class.java) { classic.stickers(ada, StickersWanted(listOf("laughing")), throwing) }
        }
    }

    @Test
    fun `files have the names and texts that messengers read`() {
        val wanted = StickersWanted(listOf("laughing", "winking", "crying"), animated = false)
        val files = classic.stickerFiles(ada, wanted, "Ada", "Ada herself").associate { it.path to it.bytes }
        val contents = Json.parseToJsonElement(String(files.getValue("whatsapp/contents.json"))).jsonObject
        val pack = contents.getValue("sticker_packs").jsonArray.single().jsonObject
        assertEquals("Ada", pack.getValue("name").jsonPrimitive.content)
        for (sticker in pack.getValue("stickers").jsonArray) {
            val name = sticker.jsonObject.getValue("image_file").jsonPrimitive.content
            assertTrue(Samples.isWebp(files.getValue("whatsapp/still-1/$name")))
        }
        assertTrue("stickers.json" in files && "telegram/emoji.txt" in files)
    }
}
