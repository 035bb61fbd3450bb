package io.github.selfmoji.demo.selfie

import android.graphics.Bitmap
import android.graphics.Matrix
import io.github.selfmoji.FaceBox
import io.github.selfmoji.Photo
import io.github.selfmoji.SelfmojiException
import io.github.selfmoji.android.fromBitmap
import io.github.selfmoji.decode
import java.io.IOException

/**
 * A photo file, decoded twice: by the library, whose result is the same on every phone, and by Android, upright and reduced, to be shown.
 *
 * Formats that the library does not know, such as HEIC, it gets as Android decodes them.
 *
 * @param bitmap recycled when this is closed.
 */
class PhotoFile private constructor(override val photo: Photo, private val bitmap: Bitmap) : Selfie {
    override fun portrait(face: FaceBox): Portrait {
        val reduced = bitmap.width / photo.width().toFloat()
        val crop = Crop.around(face.scaled(reduced), bitmap.width, bitmap.height)
        val scale = PORTRAIT / crop.side.toFloat()
        val cut = Bitmap.createBitmap(bitmap, crop.left, crop.top, crop.side, crop.side, Matrix().apply { setScale(scale, scale) }, true)
        val side = minOf(cut.width, cut.height)
        return Portrait(IntArray(side * side).also { cut.getPixels(it, 0, side, 0, 0, side, side) }, side)
    }

    override fun close() {
        photo.close()
        bitmap.recycle()
    }

    companion object {
        /** As many pixels as the library looks at, and more than are shown. */
        private const val LONGEST = 2048

        /** Side of the portrait, in pixels. */
        private const val PORTRAIT = 384

        /**
         * Decodes a photo file.
         *
         * @throws IOException where it is no picture.
         * @throws SelfmojiException.Photo where it is damaged, too small or too large.
         */
        fun decode(file: ByteArray): PhotoFile {
            val bitmap = UprightBitmap.decode(file, LONGEST) ?: throw IOException("no picture")
            val photo = try {
                Photo.decode(file)
            } catch (_: SelfmojiException.Photo) {
                Photo.fromBitmap(bitmap)
            }
            return PhotoFile(photo, bitmap)
        }

        private fun FaceBox.scaled(by: Float) = FaceBox(x * by, y * by, width * by, height * by)
    }
}
