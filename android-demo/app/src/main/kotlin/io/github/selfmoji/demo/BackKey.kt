package io.github.selfmoji.demo

import android.app.Activity
import android.os.Build
import android.window.OnBackInvokedCallback
import android.window.OnBackInvokedDispatcher

/**
 * Takes the gesture for going back, but only while there is somewhere to go back to within the app: otherwise the system shows what lies behind it.
 * Does nothing before Android 13, where the activity's own callback is called.
 */
class BackKey(private val activity: Activity, private val goBack: () -> Unit) {
    private var callback: Any? = null

    /** Whether it is to be taken. */
    fun take(wanted: Boolean) {
        if (Build.VERSION.SDK_INT < Build.VERSION_CODES.TIRAMISU || wanted == (callback != null)) return
        val dispatcher = activity.onBackInvokedDispatcher
        if (wanted) {
            callback = OnBackInvokedCallback(goBack).also { dispatcher.registerOnBackInvokedCallback(OnBackInvokedDispatcher.PRIORITY_DEFAULT, it) }
        } else {
            dispatcher.unregisterOnBackInvokedCallback(callback as OnBackInvokedCallback)
            callback = null
        }
    }
}
