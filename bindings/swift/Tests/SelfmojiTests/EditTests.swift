import Selfmoji
import XCTest

/// What an app's editor calls.
final class EditTests: XCTestCase {
    func testTheFormShowsWhatIsChosen() throws {
        let (pack, recipe) = (try Samples.classic(), try Samples.somebody())
        let options = try pack.editOptions(recipe: recipe)
        XCTAssertEqual(options.pack, try pack.info())
        XCTAssertEqual(options.expressions.first?.id, "neutral")
        XCTAssertEqual(options.expressions.filter(\.chosen).map(\.id), [recipe.expression])
        let kinds = options.tabs.flatMap(\.kinds)
        XCTAssertEqual(Set(kinds.map(\.kind)).count, kinds.count)
        for kind in kinds {
            XCTAssertEqual(kind.parts.filter(\.chosen).map(\.id), [recipe.parts[kind.kind]].compactMap { $0 }, kind.title)
            XCTAssert(kind.axes.allSatisfy { ($0.min...$0.max).contains($0.value) }, kind.title)
        }
        let colours = options.tabs.flatMap(\.colours)
        XCTAssertEqual(colours.first { $0.role == "skin" }?.value, recipe.colours["skin"])
        XCTAssertEqual(colours.first { $0.role == "brow" }?.notLighterThan, "hair")
        XCTAssert(colours.allSatisfy { $0.base.hasPrefix("#") && !$0.title.isEmpty && !$0.swatches.isEmpty })
    }

    func testEveryKindOfChange() throws {
        let (pack, recipe) = (try Samples.classic(), try Samples.somebody())
        let edited = try pack.edit(
            recipe: recipe,
            changes: [
                .part(kind: .glasses, id: "round"), .part(kind: .facialHair, id: nil), .colour(role: "skin", colour: "#a07050"),
                .axis(kind: .eyes, axis: "size", value: 0.5), .axis(kind: .nose, axis: "width", value: 0.5), .reset(kind: .nose, axis: nil),
                .expression(id: "winking"),
            ])
        XCTAssertEqual(edited.parts[.glasses], "round")
        XCTAssertNil(edited.parts[.facialHair])
        XCTAssertEqual(edited.colours["skin"], "#a07050")
        XCTAssertEqual(edited.axes[.eyes]?["size"], 0.5)
        XCTAssertNil(edited.axes[.nose])
        XCTAssertEqual(edited.expression, "winking")
        XCTAssertNotEqual(try pack.png(recipe: edited, size: 64), try pack.png(recipe: recipe, size: 64))
        XCTAssertNil(try pack.edit(recipe: edited, changes: [.reset(kind: .eyes, axis: "size")]).axes[.eyes]?["size"])
    }

    func testAllChangesAreMadeOrNone() throws {
        let (pack, recipe) = (try Samples.classic(), try Samples.somebody())
        assertRefused("Edit", saying: "rounnd") {
            try pack.edit(recipe: recipe, changes: [.expression(id: "laughing"), .part(kind: .glasses, id: "rounnd")])
        }
        assertRefused("Edit", saying: "face") { try pack.edit(recipe: recipe, changes: [.part(kind: .face, id: nil)]) }
        assertRefused("Edit", saying: "#rrggbb") { try pack.edit(recipe: recipe, changes: [.colour(role: "skin", colour: "pinkish")]) }
        assertRefused("Edit", saying: "size") { try pack.edit(recipe: recipe, changes: [.axis(kind: .eyes, axis: "size", value: 3)]) }
        assertRefused("Edit", saying: "laugh") { try pack.edit(recipe: recipe, changes: [.expression(id: "laugh")]) }
        assertRefused("Edit", saying: "sparkle") { try pack.thumbnail(recipe: recipe, change: .part(kind: .hair, id: "sparkle"), size: 64) }
    }

    func testThumbnailsShowTheChange() throws {
        let (pack, recipe) = (try Samples.classic(), try Samples.somebody())
        let round = try pack.thumbnail(recipe: recipe, change: .part(kind: .glasses, id: "round"), size: 80)
        let square = try pack.thumbnail(recipe: recipe, change: .part(kind: .glasses, id: "square"), size: 80)
        assertPNG(round, side: 80)
        XCTAssertNotEqual(round, square)
    }
}
