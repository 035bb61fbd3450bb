import Selfmoji
import XCTest

/// Packs: where they come from, and what they draw.
final class PackTests: XCTestCase {
    func testPicturesOfEveryFormat() throws {
        let (pack, recipe) = (try Samples.classic(), try Samples.somebody())
        assertPNG(try pack.png(recipe: recipe, size: 96), side: 96)
        assertWebP(try pack.webp(recipe: recipe, size: 96))
        let pixels = try pack.rgba(recipe: recipe, size: 96)
        XCTAssertEqual(pixels.count, 96 * 96 * 4)
        XCTAssertEqual(pixels[3], 0, "the corner is clear")
        XCTAssertEqual(pixels[(48 * 96 + 48) * 4 + 3], 255, "the face is not")
        let svg = try pack.svg(recipe: recipe, size: 96)
        XCTAssert(svg.contains("<svg") && svg.contains("width=\"96\""), String(svg.prefix(200)))
    }

    func testSizesOutOfRangeAreRefused() throws {
        let (pack, recipe) = (try Samples.classic(), try Samples.somebody())
        for size in [0, -1, 4097, Int32.min, Int32.max] {
            assertRefused("Picture", saying: "\(size) pixels") { try pack.png(recipe: recipe, size: size) }
        }
        assertRefused("Picture", saying: "1 to 4096") { try pack.webp(recipe: recipe, size: 0) }
        assertRefused("Picture", saying: "1 to 4096") { try pack.rgba(recipe: recipe, size: 0) }
        assertRefused("Picture", saying: "1 to 4096") { try pack.svg(recipe: recipe, size: -1) }
        assertRefused("Picture", saying: "1 to 4096") { try pack.thumbnail(recipe: recipe, change: .expression(id: "laughing"), size: 5000) }
    }

    func testAltTextsSayWhatIsDrawn() throws {
        let (pack, recipe) = (try Samples.classic(), try Samples.somebody())
        let laughing = try pack.edit(recipe: recipe, changes: [.expression(id: "laughing"), .part(kind: .glasses, id: "round")])
        let text = try pack.altText(recipe: laughing)
        XCTAssert(text.hasPrefix("Emoji of a person") && text.contains("laughing") && text.contains("glasses: round"), text)
    }

    func testSeedsAlwaysGiveTheSamePeople() throws {
        let pack = try Samples.classic()
        XCTAssertEqual(try pack.random(seed: "a"), try Pack.bundled().random(seed: "a"))
        XCTAssertNotEqual(try pack.random(seed: "a"), try pack.random(seed: "b"))
        assertPNG(try pack.png(recipe: pack.random(seed: "\u{1f600}\u{0}"), size: 32), side: 32)
    }

    func testThePackOfARecipe() throws {
        let recipe = try Samples.somebody()
        XCTAssertEqual(try Pack.bundledFor(recipe: recipe).info(), try Samples.classic().info())
        assertRefused("Pack", saying: "mine") { try Pack.bundledFor(recipe: recipe.with(pack: "mine")) }
        assertRefused("OtherPack", saying: "99.0.0") { try Pack.bundledFor(recipe: recipe.with(version: "99.0.0")) }
        assertRefused("Recipe", saying: "version") { try Pack.bundledFor(recipe: recipe.with(version: "new")) }
    }

    func testTheSamePersonInAnotherStyle() throws {
        let (classic, ink) = (try Samples.classic(), try Pack.bundled(name: "ink"))
        let restyled = try classic.restyle(recipe: Samples.somebody(), to: ink)
        XCTAssertEqual(restyled.pack, "ink")
        assertPNG(try ink.png(recipe: restyled, size: 48), side: 48)
        assertRefused("OtherPack", saying: "ink") { try classic.restyle(recipe: restyled, to: ink) }
    }

    func testRecipesOfOtherPacksAreRefused() throws {
        let (pack, recipe) = (try Samples.classic(), try Pack.bundled(name: "clay").random(seed: "a"))
        assertRefused("OtherPack", saying: "clay") { try pack.png(recipe: recipe, size: 32) }
        assertRefused("OtherPack", saying: "clay") { try pack.editOptions(recipe: recipe) }
        assertRefused("OtherPack", saying: "clay") { try pack.edit(recipe: recipe, changes: []) }
        assertRefused("OtherPack", saying: "clay") { try pack.sticker(recipe: recipe, expression: "laughing") }
        assertRefused("OtherPack", saying: "clay") { try Easel().png(pack: pack, recipe: recipe, size: 32) }
    }

    func testPacksFromFoldersAndZipFiles() throws {
        let folder = try Pack.open(path: Samples.smallPack)
        let zip = try Pack.fromZip(zip: storedZip(ofFolder: Samples.smallPack))
        XCTAssertEqual(try folder.info(), try zip.info())
        let recipe = try folder.random(seed: "a")
        XCTAssertEqual(try folder.png(recipe: recipe, size: 64), try zip.png(recipe: recipe, size: 64))

        assertRefused("Pack", saying: "marvel") { try Pack.bundled(name: "marvel") }
        assertRefused("Pack", saying: "nowhere") { try Pack.open(path: "/nowhere") }
        assertRefused("Pack", saying: "zip") { try Pack.fromZip(zip: Data("no zip".utf8)) }
    }

    func testPacksWithEmbeddingsThatTheAppKept() throws {
        let zip = try storedZip(ofFolder: Samples.smallPack)
        let embeddings = try Samples.studio().buildEmbeddings(pack: .fromZip(zip: zip))
        let counter = Counter()
        let style = try Samples.studio().style(pack: .withEmbeddings(zip: zip, embeddings: embeddings), progress: counter)
        XCTAssertEqual(counter.steps.count, 0, "nothing was left to embed")
        let recipe = try Samples.studio().create(photo: Samples.photo(), style: style).recipe
        assertPNG(try style.pack().png(recipe: recipe, size: 64), side: 64)

        assertRefused("Pack", saying: "embeddings") {
            try Samples.studio().style(pack: .withEmbeddings(zip: zip, embeddings: "{}"))
        }
    }
}
