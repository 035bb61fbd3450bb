package io.github.selfmoji.demo.ui

import android.view.View
import android.view.accessibility.AccessibilityNodeInfo
import android.widget.RadioButton

/** Lets screen readers say of a view that it is one of several choices, and whether it is the chosen one, which is what being selected means here. */
fun View.isChoice() {
    accessibilityDelegate = object : View.AccessibilityDelegate() {
        override fun onInitializeAccessibilityNodeInfo(host: View, info: AccessibilityNodeInfo) {
            super.onInitializeAccessibilityNodeInfo(host, info)
            info.className = RadioButton::class.java.name
            info.isCheckable = true
            @Suppress("DEPRECATION")
            info.isChecked = host.isSelected
        }
    }
}
