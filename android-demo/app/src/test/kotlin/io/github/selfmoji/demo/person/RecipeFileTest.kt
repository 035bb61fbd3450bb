package io.github.selfmoji.demo.person

import io.github.selfmoji.demo.Samples
import java.io.File
import java.io.IOException
import java.nio.file.Path
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir

class RecipeFileTest {
    @TempDir
    lateinit var folder: Path
    private val file get() = File(folder.toFile(), "recipe.json")
    private val ada = Samples.atelier.pack("classic").random("ada")

    @Test
    fun keepsWhatWasSavedLast() {
        val kept = RecipeFile(file)
        kept.save(Samples.atelier.pack("ink").random("bo"))
        kept.save(ada)
        assertEquals(ada, RecipeFile(file).load())
        assertEquals(listOf("recipe.json"), folder.toFile().list()?.toList())
    }

    @Test
    fun forgetsEverything() {
        val kept = RecipeFile(file)
        kept.save(ada)
        kept.forget()
        assertNull(kept.load())
        assertTrue(folder.toFile().list().isNullOrEmpty())
    }

    @Test
    fun passesOverWhatItCannotRead() {
        file.writeText("{\"format\": 99}")
        assertNull(RecipeFile(file).load())
        assertTrue(file.exists())
    }

    @Test
    fun saysWhenItCannotWrite() {
        assertThrows(IOException::class.java) { RecipeFile(File(file, "below/a/file")).save(ada) }
    }
}
