/**
 * The calls that take time, as suspending functions: they work on other threads and may be called from the UI thread.
 *
 * Cancelling the coroutine stops what tells of its progress (preparing a style, embeddings, stickers) within one step; the other calls run to their end, whose result is
 * dropped. `onProgress` is called on a worker thread with how many of how many steps are done; the work waits for it, so do not block there.
 */
@file:JvmName("Coroutines")

package io.github.selfmoji

import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.Job
import kotlinx.coroutines.currentCoroutineContext
import kotlinx.coroutines.ensureActive
import kotlinx.coroutines.job
import kotlinx.coroutines.withContext

/**
 * Loads the models that are part of the library.
 *
 * @throws SelfmojiException.Model if the library is damaged.
 */
public suspend fun Studio.Companion.awaitBundled(options: StudioOptions? = null): Studio = computing { bundled(options) }

/**
 * Prepares a style pack for matching. See [Studio.style].
 *
 * @throws SelfmojiException.Pack where the pack's embeddings belong to other drawings or models.
 */
public suspend fun Studio.awaitStyle(pack: Pack, onProgress: ((done: Int, total: Int) -> Unit)? = null): Style =
    working(onProgress) { style(pack, it) }

/**
 * Builds a pack's embeddings. See [Studio.buildEmbeddings].
 *
 * @throws SelfmojiException.Pack where a part cannot be drawn.
 */
public suspend fun Studio.awaitBuildEmbeddings(pack: Pack, onProgress: ((done: Int, total: Int) -> Unit)? = null): String =
    working(onProgress) { buildEmbeddings(pack, it) }

/**
 * The whole way from a photo file's bytes to an avatar. The photo is let go of before this returns.
 *
 * @throws SelfmojiException.Photo where the photo cannot be used.
 * @throws SelfmojiException.NoFace and SeveralFaces, FaceTooSmall, FaceTurned for what the user can mend.
 */
public suspend fun Studio.awaitAvatar(photo: ByteArray, style: Style): Avatar =
    computing { Photo.decode(photo).use { create(it, style) } }

/**
 * The picture of a recipe as a PNG file, [size] pixels each way (1 to 4096).
 *
 * @throws SelfmojiException.OtherPack and Recipe, Picture where it cannot be drawn.
 */
public suspend fun Pack.awaitPng(recipe: Recipe, size: Int): ByteArray = computing { png(recipe, size) }

/**
 * What a change would look like, cropped to where it shows: a PNG file, [size] pixels each way (1 to 4096).
 *
 * @throws SelfmojiException.Edit where the change cannot be made.
 */
public suspend fun Pack.awaitThumbnail(recipe: Recipe, change: Change, size: Int): ByteArray = computing { thumbnail(recipe, change, size) }

/**
 * Many stickers at once. See [Pack.stickers].
 *
 * @throws SelfmojiException.Recipe where the pack has no such expression.
 */
public suspend fun Pack.awaitStickers(
    recipe: Recipe,
    wanted: StickersWanted = StickersWanted(),
    onProgress: ((done: Int, total: Int) -> Unit)? = null,
): StickerSet = working(onProgress) { stickers(recipe, wanted, it) }

/**
 * The files of a sticker set. See [Pack.stickerFiles].
 *
 * @throws SelfmojiException.Recipe where the pack has no such expression.
 */
public suspend fun Pack.awaitStickerFiles(
    recipe: Recipe,
    wanted: StickersWanted = StickersWanted(),
    name: String,
    publisher: String,
    onProgress: ((done: Int, total: Int) -> Unit)? = null,
): List<StickerFile> = working(onProgress) { stickerFiles(recipe, wanted, name, publisher, it) }

/**
 * Loads the English words that are part of the library.
 *
 * @throws SelfmojiException.Model if the library is damaged.
 */
public suspend fun Words.Companion.awaitBundled(): Words = computing { bundled() }

/**
 * Loads what photos can show, from the bytes of `concepts.onnx` and `concepts.bin`.
 *
 * @throws SelfmojiException.Model where one is damaged, or they do not belong together.
 */
public suspend fun Concepts.Companion.awaitLoad(network: ByteArray, list: ByteArray): Concepts = computing { load(network, list) }

/**
 * Looks at photos, or the frames of a video, and sums up what they show together. They may be closed when this returns. See [Concepts.see].
 *
 * @throws SelfmojiException.Emoji where there are none.
 */
public suspend fun Concepts.awaitSee(photos: List<Photo>): Sight = computing { see(photos) }

/**
 * The emoji that fit a text, a photo, or both. The photo may be closed when this returns. Without one [EmojiRanker.suggest] is quick enough for the UI
 * thread.
 *
 * @throws SelfmojiException.Emoji with neither a photo nor a text that is not blank, or with a balance that is not from 0 to 1.
 * @throws SelfmojiException.Model with a photo and without concepts.
 */
public suspend fun EmojiRanker.awaitSuggest(text: String, photo: Photo? = null, options: SuggestOptions? = null): Suggestions =
    computing { suggest(text, photo, options) }

private suspend fun <T> computing(work: () -> T): T = withContext(Dispatchers.Default) { work() }

/**
 * Work that tells how far it is, and that ends when the coroutine is cancelled or `onProgress` throws. It keeps its thread waiting for seconds, of which
 * [Dispatchers.Default] has too few.
 */
private suspend fun <T> working(onProgress: ((Int, Int) -> Unit)?, work: (ProgressListener) -> T): T = withContext(Dispatchers.IO) {
    val relay = Relay(currentCoroutineContext().job, onProgress)
    try {
        work(relay)
    } catch (stopped: SelfmojiException.Cancelled) {
        currentCoroutineContext().ensureActive()
        throw relay.failure ?: stopped
    }
}

private class Relay(private val job: Job, private val onProgress: ((Int, Int) -> Unit)?) : ProgressListener {
    /** What `onProgress` threw: the caller wants that, not its consequence. */
    @Volatile
    var failure: Throwable? = null
        private set

    override fun goesOn(done: Int, total: Int): Boolean = try {
        onProgress?.invoke(done, total)
        job.isActive
    } catch (thrown: Throwable) {
        failure = thrown
        false
    }
}
