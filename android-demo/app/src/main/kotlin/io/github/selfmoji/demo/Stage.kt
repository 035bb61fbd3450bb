package io.github.selfmoji.demo

import android.view.View
import android.view.ViewGroup
import io.github.selfmoji.demo.screen.Screen

/** Has one screen on at a time. */
class Stage(private val frame: ViewGroup, private val make: (Place) -> Screen) {
    private var place: Place? = null
    private var screen: Screen? = null
    private var footPadding = 0

    /** How many pixels at the lower edge are the system's. */
    var bottom: Int = 0
        set(value) {
            field = value
            screen?.foot?.let(::clear)
        }

    /** Shows a scene, on a fresh screen where it is at another place than the one before. */
    fun show(scene: Scene) {
        if (scene.loading) return
        if (scene.place != place) {
            val fresh = make(scene.place)
            frame.removeAllViews()
            frame.addView(fresh.view)
            if (place != null) appear(fresh.view)
            place = scene.place
            screen = fresh
            footPadding = fresh.foot.paddingBottom
            clear(fresh.foot)
        }
        screen?.show(scene)
    }

    private fun clear(foot: View) = foot.setPaddingRelative(foot.paddingStart, foot.paddingTop, foot.paddingEnd, footPadding + bottom)

    private fun appear(view: View) {
        view.alpha = 0f
        view.animate().alpha(1f).setDuration(APPEARING_MS)
    }

    private companion object {
        const val APPEARING_MS = 180L
    }
}
