package io.github.selfmoji.demo.share

import android.content.ContentProvider
import android.content.ContentValues
import android.content.Context
import android.database.Cursor
import android.database.MatrixCursor
import android.net.Uri
import android.os.ParcelFileDescriptor
import android.provider.OpenableColumns
import java.io.File
import java.io.FileNotFoundException

/**
 * Lends single files of the cache to other apps: a picture that is shared, to be read; the camera's photo, to be written.
 *
 * It is not exported. Another app gets at a file only by the grant that comes with the intent, and only for that file.
 */
class FilesProvider : ContentProvider() {
    override fun onCreate(): Boolean = true

    override fun openFile(uri: Uri, mode: String): ParcelFileDescriptor {
        if (uri != cameraUri && mode != "r") throw FileNotFoundException("$uri can be read only")
        val file = file(uri) ?: throw FileNotFoundException("$uri is no file of this app")
        return ParcelFileDescriptor.open(file, ParcelFileDescriptor.parseMode(mode))
    }

    override fun getType(uri: Uri): String? = file(uri)?.let { FileNames.type(it.name) }

    override fun query(uri: Uri, columns: Array<String>?, selection: String?, values: Array<String>?, order: String?): Cursor? {
        val file = file(uri) ?: return null
        val wanted = columns ?: arrayOf(OpenableColumns.DISPLAY_NAME, OpenableColumns.SIZE)
        val row = wanted.map { column ->
            when (column) {
                OpenableColumns.DISPLAY_NAME -> file.name
                OpenableColumns.SIZE -> file.length()
                else -> null
            }
        }
        return MatrixCursor(wanted, 1).apply { addRow(row) }
    }

    override fun insert(uri: Uri, values: ContentValues?): Uri? = null

    override fun update(uri: Uri, values: ContentValues?, selection: String?, arguments: Array<String>?): Int = 0

    override fun delete(uri: Uri, selection: String?, arguments: Array<String>?): Int = 0

    private fun file(uri: Uri): File? {
        val context = context ?: return null
        if (uri == cameraUri) return cameraFile(context)
        val name = uri.lastPathSegment ?: return null
        return FileNames.within(sharedFolder(context), name)?.takeIf { uri == sharedUri(name) }
    }

    companion object {
        private const val AUTHORITY = "io.github.selfmoji.demo.files"
        private const val SHARED = "shared"

        /** Where the camera is to put the photo. */
        val cameraUri: Uri = Uri.parse("content://$AUTHORITY/camera/selfie.jpg")

        /** The same as a file; it lives from the camera's closing to the end of reading it. */
        fun cameraFile(context: Context): File = File(context.cacheDir, "selfie.jpg")

        /** Where shared pictures lie until the cache is emptied. */
        fun sharedFolder(context: Context): File = File(context.cacheDir, SHARED)

        /** The address of a shared picture, by its file's name. */
        fun sharedUri(name: String): Uri = Uri.Builder().scheme("content").authority(AUTHORITY).appendPath(SHARED).appendPath(name).build()
    }
}
