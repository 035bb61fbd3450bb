/** Style packs that an app brings along. */
@file:JvmName("Assets")

package io.github.selfmoji.android

import android.content.Context
import io.github.selfmoji.Pack
import io.github.selfmoji.SelfmojiException
import io.github.selfmoji.fromZip
import java.io.IOException

/**
 * Loads a style pack from a zip file among the app's assets. Reads a file, so call it off the UI thread.
 *
 * @throws IOException where there is no such asset.
 * @throws SelfmojiException.Pack whose message names the file and line of the first thing that is wrong.
 */
public fun Pack.Companion.fromAsset(context: Context, name: String): Pack = fromZip(context.assets.open(name).use { it.readBytes() })
