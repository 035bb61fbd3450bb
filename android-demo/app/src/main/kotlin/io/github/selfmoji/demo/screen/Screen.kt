package io.github.selfmoji.demo.screen

import android.view.View
import io.github.selfmoji.demo.Scene

/** What one place looks like. */
interface Screen {
    val view: View

    /** What reaches down to the lower edge, and is padded there to end above the system's bar. */
    val foot: View

    /** Shows a scene of its place. */
    fun show(scene: Scene)
}
