package io.github.selfmoji.demo.form

/**
 * Translations of a pack's titles by their stable ids, such as `tab.hair`. What is not among them keeps the pack's own title.
 *
 * @param lines each `id=title`.
 */
class Titles(lines: List<String>) {
    private val byId = lines.associate { line -> line.substringBefore('=') to line.substringAfter('=') }

    operator fun get(id: String, original: String): String = byId[id] ?: original
}
