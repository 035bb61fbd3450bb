package io.github.selfmoji

import io.github.selfmoji.Samples.classic
import io.github.selfmoji.Samples.portrait
import io.github.selfmoji.Samples.studio
import io.github.selfmoji.Samples.style
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNotEquals
import org.junit.jupiter.api.Assertions.assertNotNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import java.io.ByteArrayInputStream
import java.io.File
import java.nio.ByteBuffer
import javax.imageio.ImageIO

/** From a photo to an avatar. */
class StudioTest {
    @Test
    fun `a photo becomes an avatar with alternatives`() {
        val avatar = Photo.decode(portrait).use { studio.create(it, style) }
        assertEquals("classic", avatar.recipe.pack)
        assertEquals("neutral", avatar.recipe.expression)
        assertEquals(11, avatar.rankings.size)
        for (ranking in avatar.rankings) {
            assertTrue(ranking.candidates.size > 2, "${ranking.kind}")
            assertEquals(ranking.candidates.sortedByDescending { it.score }, ranking.candidates)
            assertTrue(ranking.candidates.all { it.cosine in -1.001f..1.001f && it.score <= it.cosine + 1e-4f })
            assertEquals(ranking.candidates[0].score - ranking.candidates[1].score < 0.02f, ranking.tie)
        }
        // What is chosen is a part of the pack; a nose is always the first of its ranking.
        assertEquals(avatar.rankings.first { it.kind == Kind.NOSE }.candidates[0].id, avatar.recipe.parts[Kind.NOSE])
    }

    @Test
    fun `a reading says where the face is and what it shows, and serves any style`() {
        Photo.decode(portrait).use { photo ->
            studio.read(photo).use { reading ->
                val face = reading.face()
                assertEquals(512, photo.width())
                assertEquals(512, photo.height())
                assertTrue(face.score > 0.72f)
                // A portrait: the face is in the upper middle, the person's right eye on the left.
                assertTrue(face.rightEye.x < face.leftEye.x && face.leftEye.y < face.mouth.y && face.nose.y < face.mouth.y)
                assertTrue(face.rightEar.x < face.rightEye.x && face.leftEar.x > face.leftEye.x)
                with(face.bounds) { assertTrue(x > 0 && y > 0 && x + width < 512 && y + height < 512 && width > 60 && height > 60) }
                assertTrue(reading.otherFaces().isEmpty())
                val seen = reading.attributes()
                assertEquals(Glasses.NONE, seen.glasses)
                assertEquals(Headwear.NONE, seen.headwear)
                assertEquals(FacialHair.NONE, seen.facialHair)
                assertEquals(Mouth.TEETH, seen.mouth)
                assertEquals(HairLength.SHORT, seen.hairLength)
                assertEquals(HairColour.BROWN, seen.hairColour)
                assertNotNull(seen.fringe)
                assertTrue(seen.skinTone in 1..10)
                assertEquals(studio.create(photo, style), reading.avatar(style))
                assertEquals("ink", reading.avatar(studio.style(Pack.bundled("ink"))).recipe.pack)
            }
        }
    }

    @Test
    fun `pixels and the file they came from give the same avatar, whichever way up`() {
        val picture = ImageIO.read(ByteArrayInputStream(portrait))
        val (width, height) = picture.width to picture.height
        // Rows are longer than the picture, as cameras make them.
        val stride = 4 * width + 64
        val pixels = ByteBuffer.allocateDirect(stride * height)
        val turned = ByteArray(4 * width * height)
        for (y in 0 until height) for (x in 0 until width) {
            val rgb = picture.getRGB(x, y)
            // Lying on its left side: it takes one turn clockwise to be upright.
            val side = 4 * ((width - 1 - x) * height + y)
            for ((i, byte) in listOf(rgb shr 16, rgb shr 8, rgb, 255).withIndex()) {
                pixels.put(stride * y + 4 * x + i, byte.toByte())
                turned[side + i] = byte.toByte()
            }
        }
        val upright = Photo.fromRgba(pixels, width, height, stride).use { studio.create(it, style) }
        val again = Photo.fromRgba(turned, height, width, quarterTurns = 1).use { studio.create(it, style) }
        assertEquals(upright, again)
        // Decoders of JPEG differ a little.
        val decoded = Photo.decode(portrait).use { studio.create(it, style) }
        val same = upright.recipe.parts.count { (kind, id) -> decoded.recipe.parts[kind] == id }
        assertTrue(same >= upright.recipe.parts.size - 1, "$same of ${upright.recipe.parts.size} parts are the same")
    }

    @Test
    fun `a file in a direct buffer is read where it lies`() {
        val file = ByteBuffer.allocateDirect(portrait.size).put(portrait)
        file.rewind()
        assertEquals(Photo.decode(portrait).use { studio.create(it, style) }, Photo.decode(file).use { studio.create(it, style) })
    }

    @Test
    fun `live frames give a steady avatar`() {
        Live().use { live ->
            Photo.decode(portrait).use { photo ->
                val first = live.next(studio, style, photo, 0f)
                val second = live.next(studio, style, photo, 0.033f)
                assertTrue(first.fresh && !second.fresh)
                assertTrue(first.changed.isNotEmpty() && first.recoloured.isNotEmpty())
                assertEquals(emptyList<Any>(), second.changed + second.recoloured)
                assertEquals(first.avatar.recipe, second.avatar.recipe)
                assertNotNull(second.face)
                Photo.fromRgba(Samples.wall, 320, 240, 1280).use { wall ->
                    val lost = live.next(studio, style, wall, 0.033f)
                    assertEquals(second.avatar.recipe, lost.avatar.recipe)
                    assertEquals(null, lost.face)
                }
                live.reset()
                assertTrue(live.next(studio, style, photo, Float.NaN).fresh)
            }
        }
    }

    @Test
    fun `models of one's own folder take the place of those that ship`() {
        val options = StudioOptions(minEyeDistance = 12f, maxYaw = 0.5f)
        Studio.withModels(File(Samples.root, "models").path, options).use { own ->
            assertEquals(Photo.decode(portrait).use { studio.create(it, style) }, Photo.decode(portrait).use { own.create(it, style) })
        }
    }

    @Test
    fun `a pack without embeddings is embedded once and then prepared at once`() {
        val calls = mutableListOf<Pair<Int, Int>>()
        val watching = object : ProgressListener {
            override fun goesOn(done: Int, total: Int): Boolean = calls.add(done to total)
        }
        Pack.open(Samples.starter).use { pack ->
            val embeddings = studio.buildEmbeddings(pack, watching)
            assertEquals(calls.indices.map { it + 1 to calls.size }, calls)
            calls.clear()
            studio.style(pack, watching).use { built -> assertEquals(pack.info(), built.pack().info()) }
            assertTrue(calls.isNotEmpty())
            calls.clear()
            val zip = Samples.zip(File(Samples.starter))
            val prepared = Pack.withEmbeddings(zip, embeddings)
            studio.style(prepared, watching).close()
            assertTrue(calls.isEmpty(), "embeddings were at hand, and parts were embedded all the same")
            assertEquals(pack.info(), Pack.fromZip(zip).info())
        }
        assertFalse(style.pack().info().version.isEmpty())
        assertNotEquals(version(), "")
        assertEquals(classic.info(), style.pack().info())
    }
}
