package io.github.selfmoji.demo.share

import io.github.selfmoji.demo.Samples
import java.io.File
import java.nio.file.Path
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.ValueSource

class FileNamesTest {
    @Test
    fun sayWhatIsInThem() {
        assertEquals("selfmoji-classic-neutral.png", FileNames.picture(Samples.atelier.pack("classic").random("ada").copy(expression = "neutral")))
        assertEquals("selfmoji-ink-eye-roll.webp", FileNames.sticker("ink", "eye-roll"))
    }

    @Test
    fun areSafeWhateverAPackIsCalled() {
        assertEquals("selfmoji-etc-passwd-happy.webp", FileNames.sticker("../../etc/passwd\u0000", "happy"))
        assertEquals(80 + ".webp".length, FileNames.sticker("x".repeat(1000), "happy").length)
    }

    @Test
    fun haveATypeEach() {
        assertEquals(listOf("image/png", "image/webp", "image/jpeg"), listOf("a.png", "a.webp", "selfie.jpg").map(FileNames::type))
        assertEquals("application/octet-stream", FileNames.type("recipe.json"))
    }

    @Test
    fun leadIntoTheFolder(@TempDir folder: Path) = assertEquals(File(folder.toFile(), "a.png"), FileNames.within(folder.toFile(), "a.png"))

    @ParameterizedTest
    @ValueSource(strings = ["..", ".", "", "../recipe.json", "a/b.png", "/etc/hosts", "..\\recipe.json"])
    fun neverLeadOutOfIt(name: String, @TempDir folder: Path) = assertNull(FileNames.within(folder.toFile(), name))
}
