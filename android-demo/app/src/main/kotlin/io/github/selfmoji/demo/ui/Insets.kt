package io.github.selfmoji.demo.ui

import android.os.Build
import android.view.View
import android.view.Window
import android.view.WindowInsets

/**
 * Lets the window reach behind the system's bars, and keeps what is in [content] clear of them at the top and at the sides.
 *
 * @param onBottom is told how many pixels at the lower edge are the system's: what is scrolled may be seen behind them, but must end above.
 */
fun Window.edgeToEdge(content: View, onBottom: (Int) -> Unit) {
    // Earlier releases keep the content clear themselves.
    if (Build.VERSION.SDK_INT < Build.VERSION_CODES.R) return
    setDecorFitsSystemWindows(false)
    content.setOnApplyWindowInsetsListener { view, insets ->
        val bars = insets.getInsets(WindowInsets.Type.systemBars() or WindowInsets.Type.displayCutout())
        view.setPadding(bars.left, bars.top, bars.right, 0)
        onBottom(bars.bottom)
        WindowInsets.CONSUMED
    }
}
