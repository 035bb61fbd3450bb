import Selfmoji
import XCTest

/// Recipes: the text that is kept for years, and plain values meanwhile.
final class RecipeTests: XCTestCase {
    func testTheTextComesBackAsTheSameRecipe() throws {
        let recipe = try Samples.somebody().with(
            transforms: [.nose: Adjust(dx: 1.5, dy: -2, scale: 1.1)], axes: [.eyes: ["size": 0.25]], expression: "laughing")
        let text = try recipe.json()
        XCTAssertEqual(try Recipe(json: text), recipe)
        XCTAssertEqual(try Recipe(json: text).json(), text)
        let fields = try XCTUnwrap(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        XCTAssertEqual(fields["pack"] as? String, "classic")
        XCTAssertEqual(fields["format"] as? Int, 1)
    }

    func testTextsThatAreNoRecipeAreRefused() throws {
        assertRefused("Recipe", saying: "recipe") { try Recipe(json: "") }
        assertRefused("Recipe", saying: "recipe") { try Recipe(json: "{}") }
        let text = try Samples.somebody().json()
        assertRefused("Recipe", saying: "format") { try Recipe(json: text.replacingOccurrences(of: "\"format\": 1", with: "\"format\": 99")) }
    }

    func testValuesOutOfRangeAreRefused() throws {
        let recipe = try Samples.somebody()
        assertRefused("Recipe", saying: "axes") { try recipe.with(axes: [.eyes: ["size": 2]]).json() }
        assertRefused("Recipe", saying: " ") { try recipe.with(axes: [.eyes: ["size": .nan]]).json() }
        assertRefused("Recipe", saying: " ") { try recipe.with(transforms: [.eyes: Adjust(dx: 0, dy: 0, scale: 9)]).json() }
        assertRefused("Recipe", saying: "version") { try recipe.with(version: "").json() }
    }

    func testNamesThatThePackDoesNotHaveAreRefused() throws {
        let (pack, recipe) = (try Samples.classic(), try Samples.somebody())
        let other = recipe.parts.merging([.hair: "bobb"]) { $1 }
        assertRefused("Recipe", saying: "bobb") { try pack.svg(recipe: recipe.with(parts: other), size: 64) }
        assertRefused("Recipe", saying: "face") { try pack.svg(recipe: recipe.with(parts: recipe.parts.filter { $0.key != .face }), size: 64) }
        assertRefused("Recipe", saying: "laugh") { try pack.svg(recipe: recipe.with(expression: "laugh"), size: 64) }
        assertRefused("Recipe", saying: "size") { try pack.svg(recipe: recipe.with(axes: [.body: ["size": 0.5]]), size: 64) }
        assertRefused("Recipe", saying: "version") { try pack.altText(recipe: recipe.with(version: "1")) }
    }
}
