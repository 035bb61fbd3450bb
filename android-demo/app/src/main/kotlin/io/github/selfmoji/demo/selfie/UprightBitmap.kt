package io.github.selfmoji.demo.selfie

import android.graphics.Bitmap
import android.graphics.BitmapFactory
import android.graphics.Matrix
import android.media.ExifInterface
import java.io.ByteArrayInputStream
import java.io.IOException

/** Pictures of any format the phone knows, the right way up. */
object UprightBitmap {
    /** Decodes a picture, halved until neither side is longer than [longest] pixels. Nothing where it is no picture. */
    fun decode(file: ByteArray, longest: Int): Bitmap? {
        val bounds = BitmapFactory.Options().apply { inJustDecodeBounds = true }
        BitmapFactory.decodeByteArray(file, 0, file.size, bounds)
        val side = maxOf(bounds.outWidth, bounds.outHeight)
        val options = BitmapFactory.Options().apply { inSampleSize = generateSequence(1) { it * 2 }.first { side / it <= longest } }
        val bitmap = BitmapFactory.decodeByteArray(file, 0, file.size, options) ?: return null
        val turn = turn(orientation(file)) ?: return bitmap
        val turned = Bitmap.createBitmap(bitmap, 0, 0, bitmap.width, bitmap.height, turn, true)
        if (turned !== bitmap) bitmap.recycle()
        return turned
    }

    private fun orientation(file: ByteArray): Int = try {
        ExifInterface(ByteArrayInputStream(file)).getAttributeInt(ExifInterface.TAG_ORIENTATION, ExifInterface.ORIENTATION_NORMAL)
    } catch (_: IOException) {
        // A picture without such a note is as it lies.
        ExifInterface.ORIENTATION_NORMAL
    }

    private fun turn(orientation: Int): Matrix? = when (orientation) {
        ExifInterface.ORIENTATION_FLIP_HORIZONTAL -> Matrix().apply { setScale(-1f, 1f) }
        ExifInterface.ORIENTATION_ROTATE_180 -> Matrix().apply { setRotate(180f) }
        ExifInterface.ORIENTATION_FLIP_VERTICAL -> Matrix().apply { setScale(1f, -1f) }
        ExifInterface.ORIENTATION_TRANSPOSE -> Matrix().apply { setRotate(90f); postScale(-1f, 1f) }
        ExifInterface.ORIENTATION_ROTATE_90 -> Matrix().apply { setRotate(90f) }
        ExifInterface.ORIENTATION_TRANSVERSE -> Matrix().apply { setRotate(270f); postScale(-1f, 1f) }
        ExifInterface.ORIENTATION_ROTATE_270 -> Matrix().apply { setRotate(270f) }
        else -> null
    }
}
