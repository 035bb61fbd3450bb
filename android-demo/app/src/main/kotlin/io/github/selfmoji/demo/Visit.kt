package io.github.selfmoji.demo

import android.content.Context
import android.os.Handler
import android.os.Looper
import io.github.selfmoji.demo.form.FormMaker
import io.github.selfmoji.demo.form.Titles
import io.github.selfmoji.demo.person.Atelier
import io.github.selfmoji.demo.person.RecipeFile
import io.github.selfmoji.demo.screen.Welcomed
import io.github.selfmoji.demo.ui.Painter
import java.io.File
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.SupervisorJob
import kotlinx.coroutines.android.asCoroutineDispatcher
import kotlinx.coroutines.cancel

/**
 * What stays when the phone is turned, and ends when the person leaves.
 *
 * @param app the application's context, not the activity's, as it stays longer than that.
 */
class Visit(app: Context) {
    private val scope = onUiThread()
    private val atelier = Atelier()

    val session = Session(scope, atelier, RecipeFile(File(app.filesDir, "recipe.json"))) { formMaker(app) }
    val painter = Painter(atelier)
    val welcomed = Welcomed()

    /** Ends it, and all work for it. */
    fun end() = scope.cancel()

    companion object {
        /** A scope whose coroutines run on the UI thread. */
        fun onUiThread() = CoroutineScope(SupervisorJob() + Handler(Looper.getMainLooper()).asCoroutineDispatcher())

        private fun formMaker(app: Context) = FormMaker(
            Titles(app.resources.getStringArray(R.array.pack_titles).asList()),
            app.getString(R.string.none),
            app.getString(R.string.expressions),
        )
    }
}
