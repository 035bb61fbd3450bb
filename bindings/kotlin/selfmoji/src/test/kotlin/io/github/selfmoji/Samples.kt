package io.github.selfmoji

import java.io.File
import java.nio.ByteBuffer
import java.security.MessageDigest

/** What the tests share: loaded once, used from any thread, as an app would. */
internal object Samples {
    /** The repository's root: Maven runs tests in the module's folder. */
    val root: File = generateSequence(File("").absoluteFile) { it.parentFile }.first { File(it, "examples/portrait.jpg").exists() }
    val portrait: ByteArray = File(root, "examples/portrait.jpg").readBytes()
    val studio: Studio by lazy { Studio.bundled() }
    val classic: Pack by lazy { Pack.bundled() }
    val style: Style by lazy { studio.style(classic) }
    val ada: Recipe by lazy { classic.random("ada") }

    val words: Words by lazy { Words.bundled() }
    val network: ByteArray by lazy { File(root, "models/emoji/concepts.onnx").readBytes() }
    val conceptList: ByteArray by lazy { File(root, "models/emoji/concepts.bin").readBytes() }
    val concepts: Concepts by lazy { Concepts.load(network, conceptList) }

    /** A picture of one colour: 320 by 240, no face in it. */
    val wall: ByteBuffer get() = ByteBuffer.allocateDirect(320 * 240 * 4)

    /** The small pack that `selfmoji pack new` begins with. It holds no embeddings. */
    val starter: String = File(root, "cli/starter").path

    fun sha256(bytes: ByteArray): String = MessageDigest.getInstance("SHA-256").digest(bytes).joinToString("") { "%02x".format(it) }

    /** Whether a picture is a PNG file of that size, by its header. */
    fun isPng(bytes: ByteArray, size: Int): Boolean {
        val header = ByteBuffer.wrap(bytes)
        return header.long == -0x76afb1b8f2f5e5f6L && header.getInt(16) == size && header.getInt(20) == size
    }

    fun isWebp(bytes: ByteArray): Boolean = String(bytes, 0, 4) == "RIFF" && String(bytes, 8, 4) == "WEBP"
}

/** A folder as a zip file's bytes. */
internal fun Samples.zip(folder: File): ByteArray = java.io.ByteArrayOutputStream().also { bytes ->
    java.util.zip.ZipOutputStream(bytes).use { zip ->
        for (file in folder.walk().filter { it.isFile }.sorted()) {
            zip.putNextEntry(java.util.zip.ZipEntry(file.relativeTo(folder).invariantSeparatorsPath))
            zip.write(file.readBytes())
        }
    }
}.toByteArray()

/** The same person twice, side by side. */
internal fun Samples.twoPortraits(): Photo {
    val one = javax.imageio.ImageIO.read(portrait.inputStream())
    val (width, height) = 2 * one.width to one.height
    val pixels = ByteArray(4 * width * height)
    for (y in 0 until height) for (x in 0 until width) {
        val rgb = one.getRGB(x % one.width, y)
        for ((i, byte) in listOf(rgb shr 16, rgb shr 8, rgb, 255).withIndex()) pixels[4 * (width * y + x) + i] = byte.toByte()
    }
    return Photo.fromRgba(pixels, width, height)
}
