package io.github.selfmoji

import io.github.selfmoji.Samples.sha256
import io.github.selfmoji.Samples.studio
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.contentOrNull
import kotlinx.serialization.json.int
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.DynamicTest
import org.junit.jupiter.api.TestFactory
import java.io.File

/** The same photo gives the same recipe, and the same recipe the same bytes, as in Rust and Swift. */
class ParityTest {
    @TestFactory
    fun fixtures(): List<DynamicTest> {
        val file = File(Samples.root, "bindings/fixtures/parity.json")
        val cases = Json.parseToJsonElement(file.readText()).jsonObject.getValue("cases").jsonArray
        check(cases.isNotEmpty())
        return cases.map { it.jsonObject }.map { case -> DynamicTest.dynamicTest(case.text("name")) { check(case) } }
    }

    private fun check(case: JsonObject) = Pack.bundled(case.text("style")).use { pack ->
        val seed = case["seed"]?.jsonPrimitive?.contentOrNull
        val recipe = if (seed != null) pack.random(seed) else photographed(case.text("photo"), pack)
        val size = case.getValue("size").jsonPrimitive.int
        assertEquals(case.text("recipe"), recipe.toJson())
        assertEquals(case.text("alt"), pack.altText(recipe))
        assertEquals(case.text("svg"), sha256(pack.svg(recipe, size).toByteArray()))
        assertEquals(case.text("png"), sha256(pack.png(recipe, size)))
        assertEquals(case.text("webp"), sha256(pack.webp(recipe, size)))
        assertEquals(case.text("rgba"), sha256(pack.rgba(recipe, size)))
        assertEquals(case.text("sticker"), sha256(pack.sticker(recipe, case.text("expression")).webp))
    }

    private fun photographed(photo: String, pack: Pack): Recipe =
        Photo.decode(File(Samples.root, photo).readBytes()).use { studio.create(it, studio.style(pack)).recipe }

    private fun JsonObject.text(key: String): String = getValue(key).jsonPrimitive.content
}
