package io.github.selfmoji.demo.ui

import android.view.View
import android.view.animation.OvershootInterpolator
import android.view.animation.PathInterpolator

/**
 * How a new emoji comes: the selfie shrinks from the middle into its corner while the emoji grows from where it was.
 *
 * The animations are the system's own, so they are as fast as the person has set, or not there at all.
 */
class Arrival(private val portrait: View, private val emoji: View) {
    /** Puts both where they begin: the selfie large, the emoji not to be seen. */
    fun prepare() {
        val scale = LARGEST * minOf(emoji.width, emoji.height) / portrait.width.coerceAtLeast(1)
        portrait.scaleX = scale
        portrait.scaleY = scale
        portrait.translationX = middle(emoji.left, emoji.right) - middle(portrait.left, portrait.right)
        portrait.translationY = middle(emoji.top, emoji.bottom) - middle(portrait.top, portrait.bottom)
        emoji.alpha = 0f
        emoji.scaleX = SMALLEST
        emoji.scaleY = SMALLEST
        emoji.pivotX = emoji.width / 2f
        emoji.pivotY = emoji.height.toFloat()
    }

    /** Lets them move to where they belong. */
    fun play() {
        portrait.animate().scaleX(1f).scaleY(1f).translationX(0f).translationY(0f)
            .setStartDelay(LOOK_MS).setDuration(SHRINK_MS).interpolator = PathInterpolator(0.3f, 0f, 0.1f, 1f)
        emoji.animate().alpha(1f).scaleX(1f).scaleY(1f)
            .setStartDelay(LOOK_MS + SHRINK_MS / 3).setDuration(GROW_MS).interpolator = OvershootInterpolator(1.1f)
    }

    private fun middle(from: Int, to: Int): Float = (from + to) / 2f

    private companion object {
        const val LARGEST = 0.8f
        const val SMALLEST = 0.7f
        const val LOOK_MS = 350L
        const val SHRINK_MS = 520L
        const val GROW_MS = 480L
    }
}
