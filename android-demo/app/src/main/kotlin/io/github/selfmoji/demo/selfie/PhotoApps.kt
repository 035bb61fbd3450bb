package io.github.selfmoji.demo.selfie

import android.app.Activity
import android.content.ActivityNotFoundException
import android.content.ClipData
import android.content.Context
import android.content.Intent
import android.net.Uri
import android.os.Build
import android.provider.MediaStore
import io.github.selfmoji.demo.share.FilesProvider
import java.io.ByteArrayOutputStream
import java.io.FileNotFoundException
import java.io.IOException
import java.io.InputStream

/** The camera app and the photo picker: they run on their own, and hand over one photo. */
class PhotoApps(private val activity: Activity) {
    /** Opens the camera app. Returns false where there is none. */
    fun takeSelfie(): Boolean {
        val camera = Intent(MediaStore.ACTION_IMAGE_CAPTURE).apply {
            putExtra(MediaStore.EXTRA_OUTPUT, FilesProvider.cameraUri)
            // The two names under which camera apps look for the wish to begin with the front camera.
            putExtra("android.intent.extras.CAMERA_FACING", 1)
            putExtra("android.intent.extra.USE_FRONT_CAMERA", true)
            clipData = ClipData.newRawUri(null, FilesProvider.cameraUri)
            addFlags(Intent.FLAG_GRANT_WRITE_URI_PERMISSION or Intent.FLAG_GRANT_READ_URI_PERMISSION)
        }
        return open(camera, CAMERA)
    }

    /** Opens the photo picker. Returns false where there is none. */
    fun choosePhoto(): Boolean {
        val picker = if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.TIRAMISU) {
            Intent(MediaStore.ACTION_PICK_IMAGES)
        } else {
            Intent(Intent.ACTION_GET_CONTENT).addCategory(Intent.CATEGORY_OPENABLE)
        }
        return open(picker.setType("image/*"), PICKER)
    }

    /** The photo that one of the two has handed over; none where the person has gone back. */
    fun photo(request: Int, result: Int, data: Intent?): SelfieSource? {
        val resolver = activity.contentResolver
        val app: Context = activity.applicationContext
        if (request == CAMERA) {
            activity.revokeUriPermission(FilesProvider.cameraUri, Intent.FLAG_GRANT_WRITE_URI_PERMISSION or Intent.FLAG_GRANT_READ_URI_PERMISSION)
            if (result == Activity.RESULT_OK) return SelfieSource { PhotoFile.decode(takeCameraFile(app)) }
            forgetCameraFile(app)
            return null
        }
        val chosen: Uri? = data?.data
        if (request != PICKER || result != Activity.RESULT_OK || chosen == null) return null
        return SelfieSource {
            val stream = try {
                resolver.openInputStream(chosen)
            } catch (refused: SecurityException) {
                throw IOException("$chosen may not be opened", refused)
            }
            PhotoFile.decode(stream?.use(::readAll) ?: throw FileNotFoundException("$chosen is empty"))
        }
    }

    private fun open(intent: Intent, request: Int): Boolean = try {
        activity.startActivityForResult(intent, request)
        true
    } catch (_: ActivityNotFoundException) {
        false
    }

    companion object {
        private const val CAMERA = 1
        private const val PICKER = 2
        private const val MOST_BYTES = 48 shl 20

        /** Deletes the camera's photo, should one be left. */
        fun forgetCameraFile(context: Context) {
            FilesProvider.cameraFile(context).delete()
        }

        /** The camera's photo, which is a file no longer. */
        private fun takeCameraFile(context: Context): ByteArray = try {
            FilesProvider.cameraFile(context).inputStream().use(::readAll)
        } finally {
            forgetCameraFile(context)
        }

        private fun readAll(stream: InputStream): ByteArray {
            val bytes = ByteArrayOutputStream()
            val buffer = ByteArray(1 shl 16)
            while (true) {
                val count = stream.read(buffer)
                if (count < 0) return bytes.toByteArray()
                if (bytes.size() + count > MOST_BYTES) throw IOException("longer than any photo")
                bytes.write(buffer, 0, count)
            }
        }
    }
}
