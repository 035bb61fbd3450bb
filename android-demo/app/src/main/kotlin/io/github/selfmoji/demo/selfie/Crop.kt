package io.github.selfmoji.demo.selfie

import io.github.selfmoji.FaceBox

/** A square of a photo, in its pixels, wholly inside it. */
data class Crop(val left: Int, val top: Int, val side: Int) {
    companion object {
        /** Hair and chin have a place in it, too. */
        private const val SIDES_OF_FACE = 1.9f

        /** How far the middle is above the face's own, in sides of the face: hair is higher than chins are low. */
        private const val LIFT = 0.12f

        /** The square around a face, moved and if need be made smaller until it fits into a photo of [width] by [height] pixels. */
        fun around(face: FaceBox, width: Int, height: Int): Crop {
            val size = maxOf(face.width, face.height)
            val side = (size * SIDES_OF_FACE).toInt().coerceIn(1, minOf(width, height))
            val left = face.x + (face.width - side) / 2
            val top = face.y + (face.height - side) / 2 - size * LIFT
            return Crop(left.toInt().coerceIn(0, width - side), top.toInt().coerceIn(0, height - side), side)
        }
    }
}
