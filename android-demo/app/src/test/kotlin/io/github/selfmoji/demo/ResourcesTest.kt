package io.github.selfmoji.demo

import io.github.selfmoji.Change
import io.github.selfmoji.EditOptions
import java.io.File
import javax.xml.parsers.DocumentBuilderFactory
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.w3c.dom.Element
import org.w3c.dom.NodeList

class ResourcesTest {
    private fun xml(path: String): Element = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(File(Samples.main, path)).documentElement

    private fun NodeList.elements(): List<Element> = (0 until length).map { item(it) as Element }

    private fun strings(folder: String): Map<String, String> =
        xml("res/$folder/strings.xml").getElementsByTagName("string").elements().associate { it.getAttribute("name") to it.textContent }

    private fun packTitles(folder: String): Map<String, String> =
        xml("res/$folder/strings.xml").getElementsByTagName("item").elements()
            .associate { it.textContent.substringBefore('=') to it.textContent.substringAfter('=') }

    @Test
    fun noPermissionIsAskedFor() {
        val manifest = File(Samples.main, "AndroidManifest.xml").readText()
        assertTrue("uses-permission" !in manifest)
        assertTrue("android:allowBackup=\"false\"" in manifest)
    }

    @Test
    fun everyWordIsTranslated() {
        val english = strings("values")
        val german = strings("values-de")
        assertEquals(english.keys, german.keys)
        for ((name, text) in english) if (text != "%1\$s") assertEquals(slots(text), slots(german.getValue(name)), name)
    }

    @Test
    fun everyTitleOnTheEditorsPagesIsTranslated() {
        val german = packTitles("values-de")
        for (style in Samples.atelier.styleNames) {
            val pack = Samples.atelier.pack(style)
            val ada = pack.random("ada")
            val options = pack.editOptions(ada)
            // Which axes there are depends on the part.
            val others = options.tabs.flatMap { it.kinds }.flatMap { kind ->
                kind.parts.map { pack.editOptions(pack.edit(ada, listOf(Change.Part(kind.kind, it.id)))) }
            }
            for (id in (others + options).flatMap(::ids).toSet()) assertTrue(id in german, "$id of $style")
        }
    }

    private fun slots(text: String) = Regex("%\\d\\$[sd]").findAll(text).map { it.value }.toSet()

    private fun ids(options: EditOptions): List<String> = options.tabs.flatMap { tab ->
        listOf("tab.${tab.id}") + tab.colours.map { "colour.${it.role}" } + tab.kinds.flatMap { kind ->
            val id = kind.kind.name.lowercase().replace('_', '-')
            listOf("kind.$id") + kind.axes.map { "axis.$id.${it.id}" }
        }
    }
}
