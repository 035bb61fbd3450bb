package io.github.selfmoji.demo

import io.github.selfmoji.FaceBox
import io.github.selfmoji.Photo
import io.github.selfmoji.decode
import io.github.selfmoji.demo.form.FormMaker
import io.github.selfmoji.demo.form.Titles
import io.github.selfmoji.demo.person.Atelier
import io.github.selfmoji.demo.selfie.Portrait
import io.github.selfmoji.demo.selfie.Selfie
import io.github.selfmoji.demo.selfie.SelfieSource
import java.io.File
import java.nio.ByteBuffer

/** What the tests share. */
object Samples {
    private val root = generateSequence(File("").absoluteFile) { it.parentFile }.first { File(it, "examples/portrait.jpg").exists() }

    /** The app's manifest and resources. */
    val main = File(root, "android-demo/app/src/main")
    val portrait: ByteArray = File(root, "examples/portrait.jpg").readBytes()
    val atelier = Atelier()
    val form = FormMaker(Titles(emptyList()), "None", "Expressions")

    /** A photo of a face. */
    val face = SelfieSource { PlainSelfie(Photo.decode(portrait)) }

    /** A photo of nothing. */
    val wall = SelfieSource { PlainSelfie(Photo.fromRgba(ByteBuffer.allocateDirect(320 * 240 * 4), 320, 240, 320 * 4)) }
}

/** A selfie whose portrait is one pixel: what is shown takes Android. */
class PlainSelfie(override val photo: Photo) : Selfie {
    override fun portrait(face: FaceBox) = Portrait(intArrayOf(-1), 1)

    override fun close() = photo.close()
}
