package io.github.selfmoji.demo.selfie

import io.github.selfmoji.FaceBox
import io.github.selfmoji.Photo

/** A decoded photo, for as long as it takes to read it. */
interface Selfie : AutoCloseable {
    /** What the library reads. */
    val photo: Photo

    /** What is shown beside the emoji. [face] is in pixels of the photo. */
    fun portrait(face: FaceBox): Portrait
}

/** Somewhere a photo comes from. */
fun interface SelfieSource {
    /**
     * Decodes the photo. Takes up to a second; call it off the UI thread.
     *
     * @throws java.io.IOException where it cannot be opened.
     * @throws io.github.selfmoji.SelfmojiException.Photo where it is no picture that can be used.
     */
    fun open(): Selfie
}
