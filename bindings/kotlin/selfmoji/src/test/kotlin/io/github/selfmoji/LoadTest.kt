package io.github.selfmoji

import io.github.selfmoji.Samples.portrait
import io.github.selfmoji.Samples.studio
import io.github.selfmoji.Samples.style
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Assumptions.assumeTrue
import org.junit.jupiter.api.Test
import java.io.File
import java.util.concurrent.Callable
import java.util.concurrent.Executors

/** Many avatars, one after another and at once. */
class LoadTest {
    /** Memory of the whole process, native and not, in bytes. */
    private fun resident(): Long {
        System.gc()
        val status = File("/proc/self/status")
        assumeTrue(status.exists(), "SKIPPED: this system does not say how much memory a process has")
        return status.readLines().first { it.startsWith("VmRSS:") }.filter { it.isDigit() }.toLong() * 1024
    }

    private fun avatar(): Avatar = Photo.decode(portrait).use { photo ->
        studio.read(photo).use { reading -> reading.avatar(style).also { style.pack().use { pack -> pack.png(it.recipe, 64) } } }
    }

    @Test
    fun `a thousand avatars take no more memory than two hundred`() {
        val first = avatar()
        repeat(199) { assertEquals(first, avatar()) }
        val before = resident()
        repeat(800) { assertEquals(first, avatar()) }
        val grown = (resident() - before) / 1024
        println("memory after 200 avatars: ${before / 1024} KB; 800 more: $grown KB")
        // A photo and its reading have more than 1 MB, so a leak of either would be 800 MB; one of 40 KB a turn would be found, too.
        assertTrue(grown < 32 * 1024, "800 avatars left $grown KB behind")
    }

    @Test
    fun `what nobody closes is let go of with the garbage`() {
        repeat(50) { Photo.decode(portrait) }
        val before = resident()
        // 800 KB each.
        repeat(600) {
            Photo.decode(portrait)
            if (it % 100 == 99) {
                System.gc()
                Thread.sleep(100)
            }
        }
        val grown = (resident() - before) / 1024
        assertTrue(grown < 200 * 1024, "600 photos left $grown KB behind")
    }

    @Test
    fun `eight threads at once get what one gets`() {
        val one = avatar()
        val pool = Executors.newFixedThreadPool(8)
        try {
            val made = pool.invokeAll(List(64) { i ->
                Callable {
                    // Different work side by side: reading, drawing, editing.
                    val pack = style.pack()
                    val recipe = pack.edit(one.recipe, listOf(Change.Expression(if (i % 2 == 0) "laughing" else "neutral")))
                    assertTrue(Samples.isPng(pack.png(recipe, 32 + i), 32 + i))
                    avatar()
                }
            }).map { it.get() }
            assertTrue(made.all { it == one })
        } finally {
            pool.shutdown()
        }
    }
}
