package io.github.selfmoji.demo.person

/**
 * What was, what is, and what was undone. A value: each step is a new one.
 *
 * @property past the former values, the oldest first; at most [LIMIT].
 * @property present the value now.
 * @property future the values that were undone, the next to be redone first.
 */
data class History<T>(val present: T, val past: List<T> = emptyList(), val future: List<T> = emptyList()) {
    val canUndo: Boolean get() = past.isNotEmpty()
    val canRedo: Boolean get() = future.isNotEmpty()

    /** A new present. What was undone before cannot be redone any more. The same value again is no step. */
    fun push(value: T): History<T> = if (value == present) this else History(value, (past + present).takeLast(LIMIT))

    /** One step back; the same where there is none. */
    fun undo(): History<T> = if (!canUndo) this else History(past.last(), past.dropLast(1), listOf(present) + future)

    /** One step forth again; the same where there is none. */
    fun redo(): History<T> = if (!canRedo) this else History(future.first(), past + present, future.drop(1))

    companion object {
        /** More steps than anybody goes back, and few enough to keep in memory. */
        const val LIMIT: Int = 100
    }
}
