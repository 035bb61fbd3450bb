package io.github.selfmoji.demo.selfie

/**
 * The face of a selfie as it is shown beside the emoji: pixels in memory, never a file.
 *
 * @property argb 0xaarrggbb, row by row.
 * @property side width and height in pixels.
 */
class Portrait(val argb: IntArray, val side: Int)
