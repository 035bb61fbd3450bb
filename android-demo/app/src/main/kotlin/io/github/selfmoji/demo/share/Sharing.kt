package io.github.selfmoji.demo.share

import android.app.Activity
import android.content.ClipData
import android.content.ClipDescription
import android.content.Intent
import java.io.File
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.withContext

/** Hands pictures to other apps. */
class Sharing(private val activity: Activity) {
    /**
     * Asks the person which app is to have a picture, and lends it that one file.
     *
     * @param alt what the picture shows, for people who cannot see it.
     * @throws java.io.IOException where the file cannot be written.
     */
    suspend fun send(name: String, bytes: ByteArray, alt: String) {
        withContext(Dispatchers.IO) {
            val folder = FilesProvider.sharedFolder(activity)
            folder.mkdirs()
            File(folder, name).writeBytes(bytes)
        }
        activity.startActivity(Intent.createChooser(intent(name, alt), null))
    }

    private fun intent(name: String, alt: String): Intent {
        val uri = FilesProvider.sharedUri(name)
        val type = FileNames.type(name)
        return Intent(Intent.ACTION_SEND).apply {
            this.type = type
            putExtra(Intent.EXTRA_STREAM, uri)
            // The share sheet shows and reads this as the preview's title; apps that care for alt texts find it in the clip's description.
            putExtra(Intent.EXTRA_TITLE, alt)
            clipData = ClipData(ClipDescription(alt, arrayOf(type)), ClipData.Item(uri))
            addFlags(Intent.FLAG_GRANT_READ_URI_PERMISSION)
        }
    }
}
