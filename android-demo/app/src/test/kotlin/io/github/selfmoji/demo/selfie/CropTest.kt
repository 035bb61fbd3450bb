package io.github.selfmoji.demo.selfie

import io.github.selfmoji.FaceBox
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

class CropTest {
    @Test
    fun theFaceIsWhollyInIt() {
        val crop = Crop.around(FaceBox(400f, 300f, 200f, 210f), 1000, 1000)
        assertTrue(crop.left < 400 && crop.left + crop.side > 600)
        assertTrue(crop.top < 300 && crop.top + crop.side > 510)
        assertTrue(300 - crop.top > crop.top + crop.side - 510, "hair is higher than chins are low")
    }

    @Test
    fun staysInsideThePhoto() {
        for (x in -100..1000 step 100) for (y in -100..800 step 100) {
            val crop = Crop.around(FaceBox(x.toFloat(), y.toFloat(), 300f, 300f), 1000, 800)
            assertTrue(crop.left >= 0 && crop.top >= 0 && crop.left + crop.side <= 1000 && crop.top + crop.side <= 800)
        }
    }

    @Test
    fun isNeverLargerThanThePhoto() = assertEquals(Crop(0, 0, 100), Crop.around(FaceBox(-20f, -20f, 140f, 140f), 100, 100))
}
