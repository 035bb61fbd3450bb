package io.github.selfmoji.demo.stickers

import io.github.selfmoji.Recipe
import io.github.selfmoji.SelfmojiException
import io.github.selfmoji.StickersWanted
import io.github.selfmoji.awaitStickers
import io.github.selfmoji.demo.Samples
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.cancel
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withTimeout
import org.junit.jupiter.api.AfterEach
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

class StickerWorkTest {
    private val scope = CoroutineScope(Dispatchers.Default)
    private val pack = Samples.atelier.pack("classic")
    private val ada = pack.random("ada")

    @AfterEach
    fun end() = scope.cancel()

    private fun await(work: StickerWork, what: (StickerSheet) -> Boolean): StickerSheet = runBlocking {
        withTimeout(60_000) { work.sheet.first(what) }
    }

    @Test
    fun makesStickersAndTellsHowFarItIs() {
        var most = 0
        val work = StickerWork(scope) { recipe, onProgress ->
            val wanted = StickersWanted(listOf("happy", "laughing", "crying"), animated = false)
            pack.awaitStickers(recipe, wanted) { done, total ->
                most = maxOf(most, total)
                onProgress(done, total)
            }.still
        }
        work.start(ada)
        val ready = await(work) { it is StickerSheet.Ready } as StickerSheet.Ready
        assertEquals(listOf("happy", "laughing", "crying"), ready.stickers.map { it.id })
        assertTrue(most >= 3)
    }

    @Test
    fun cancellingStopsTheWork() {
        val stopped = CompletableDeferred<Boolean>()
        val begun = CompletableDeferred<Unit>()
        val work = StickerWork(scope) { recipe, onProgress ->
            try {
                pack.awaitStickers(recipe) { done, total ->
                    onProgress(done, total)
                    begun.complete(Unit)
                }.still.also { stopped.complete(false) }
            } finally {
                stopped.complete(true)
            }
        }
        work.start(ada)
        runBlocking { withTimeout(60_000) { begun.await() } }
        work.cancel()
        assertEquals(StickerSheet.None, work.sheet.value)
        assertTrue(runBlocking { withTimeout(60_000) { stopped.await() } })
        assertEquals(StickerSheet.None, work.sheet.value)
    }

    @Test
    fun theSamePersonIsNotDoneTwice() {
        val asked = ArrayList<Recipe>()
        val work = StickerWork(scope) { recipe, _ ->
            asked += recipe
            emptyList()
        }
        work.start(ada)
        await(work) { it is StickerSheet.Ready }
        work.start(ada)
        assertEquals(1, asked.size)
        work.start(pack.random("bo"))
        await(work) { asked.size == 2 && it is StickerSheet.Ready }
    }

    @Test
    fun saysWhyItFailed() {
        val work = StickerWork(scope) { recipe, _ -> pack.awaitStickers(recipe, StickersWanted(listOf("no such mood"))).still }
        work.start(ada)
        val failed = await(work) { it is StickerSheet.Failed } as StickerSheet.Failed
        assertTrue(failed.cause is SelfmojiException.Recipe)
    }
}
