import Selfmoji
import XCTest

/// The same photo gives the same recipe, and the same recipe the same bytes, as from Rust and Kotlin. All of them are held against one list.
final class ParityTests: XCTestCase {
    private struct Fixtures: Decodable {
        let cases: [Case]
    }

    /// One person in one style. Hashes are SHA-256 in hexadecimal; that of the SVG is of its UTF-8.
    private struct Case: Decodable {
        let name: String
        let photo: String?
        let seed: String?
        let style: String
        let recipe: String
        let alt: String
        let size: Int32
        let svg: String
        let png: String
        let webp: String
        let rgba: String
        let expression: String
        let sticker: String
    }

    func testEveryCase() throws {
        let fixtures = try JSONDecoder().decode(Fixtures.self, from: Samples.file("bindings/fixtures/parity.json"))
        XCTAssert(fixtures.cases.contains { $0.photo != nil } && fixtures.cases.contains { $0.seed != nil })
        for expected in fixtures.cases {
            let pack = try Pack.bundled(name: expected.style)
            let recipe = try recipe(of: expected, pack)
            XCTAssertEqual(try recipe.json(), expected.recipe, expected.name)
            XCTAssertEqual(try Recipe(json: expected.recipe), recipe, expected.name)
            XCTAssertEqual(try pack.altText(recipe: recipe), expected.alt, expected.name)
            let made = [
                "svg": try sha256(Data(pack.svg(recipe: recipe, size: expected.size).utf8)),
                "png": try sha256(pack.png(recipe: recipe, size: expected.size)),
                "webp": try sha256(pack.webp(recipe: recipe, size: expected.size)),
                "rgba": try sha256(pack.rgba(recipe: recipe, size: expected.size)),
                "sticker": try sha256(pack.sticker(recipe: recipe, expression: expected.expression).webp),
            ]
            let wanted = [
                "svg": expected.svg, "png": expected.png, "webp": expected.webp, "rgba": expected.rgba, "sticker": expected.sticker,
            ]
            XCTAssertEqual(made, wanted, expected.name)
        }
    }

    private func recipe(of expected: Case, _ pack: Pack) throws -> Recipe {
        if let seed = expected.seed { return try pack.random(seed: seed) }
        let photo = try Photo.decode(file: Samples.file(XCTUnwrap(expected.photo)))
        return try Samples.studio().create(photo: photo, style: Samples.studio().style(pack: pack)).recipe
    }
}
