import Selfmoji
import XCTest

/// Stickers, and stopping them.
final class StickerTests: XCTestCase {
    private let few = StickersWanted(expressions: ["sad", "laughing", "winking"], animated: false)

    func testAStillSticker() throws {
        let sticker = try Samples.classic().sticker(recipe: Samples.somebody(), expression: "laughing")
        assertWebP(sticker.webp)
        XCTAssertEqual(sticker.id, "laughing")
        XCTAssertFalse(sticker.animated || sticker.title.isEmpty || sticker.alt.isEmpty)
        XCTAssert((1...3).contains(sticker.emoji.count) && sticker.webp.count <= 100_000)
    }

    func testAStickerThatMoves() throws {
        let (pack, recipe) = (try Samples.classic(), try Samples.somebody())
        let sticker = try pack.animatedSticker(recipe: recipe, expression: "waving")
        assertWebP(sticker.webp)
        XCTAssert(sticker.animated && sticker.webp.count <= 500_000)
        assertRefused("Picture", saying: "no movement") { try pack.animatedSticker(recipe: recipe, expression: "sad") }
    }

    func testExpressionsThatThePackDoesNotHave() throws {
        let (pack, recipe) = (try Samples.classic(), try Samples.somebody())
        assertRefused("Recipe", saying: "laugh") { try pack.sticker(recipe: recipe, expression: "laugh") }
        assertRefused("Recipe", saying: "laugh") { try pack.animatedSticker(recipe: recipe, expression: "laugh") }
        assertRefused("Recipe", saying: "laugh") { try pack.stickers(recipe: recipe, wanted: StickersWanted(expressions: ["laugh"])) }
    }

    func testASetTellsOfItsProgress() throws {
        let counter = Counter()
        let set = try Samples.classic().stickers(recipe: Samples.somebody(), wanted: few, progress: counter)
        XCTAssertEqual(set.still.map(\.id), few.expressions, "in the order wanted")
        XCTAssertEqual(set.animated, [])
        assertPNG(set.tray, side: 96)
        XCTAssertEqual(counter.steps.map(\.done), [1, 2, 3])
        XCTAssertEqual(counter.steps.map(\.total), [3, 3, 3])
    }

    func testMovingStickersAreOfThoseThatMove() throws {
        let wanted = StickersWanted(expressions: ["sad", "waving"])
        let set = try Samples.classic().stickers(recipe: Samples.somebody(), wanted: wanted)
        XCTAssertEqual(set.still.map(\.id), ["sad", "waving"])
        XCTAssertEqual(set.animated.map(\.id), ["waving"])
    }

    func testFilesForMessengers() throws {
        let counter = Counter()
        let files = try Samples.classic().stickerFiles(
            recipe: Samples.somebody(), wanted: few, name: "Ada", publisher: "An app", progress: counter)
        let paths = files.map(\.path)
        XCTAssertEqual(Set(paths).count, paths.count)
        for path in ["stickers.json", "whatsapp/contents.json", "telegram/emoji.txt"] {
            XCTAssert(paths.contains(path), "\(path) is not among \(paths)")
        }
        let contents = try XCTUnwrap(files.first { $0.path == "whatsapp/contents.json" })
        XCTAssert(String(decoding: contents.bytes, as: UTF8.self).contains("An app"))
        XCTAssertEqual(counter.steps.count, 3)
    }

    func testProgressStopsTheWork() throws {
        let (pack, recipe) = (try Samples.classic(), try Samples.somebody())
        let all = StickersWanted(animated: false)
        let counter = Counter(stopAfter: 2)
        assertRefused("Cancelled", saying: "cancelled") { try pack.stickers(recipe: recipe, wanted: all, progress: counter) }
        XCTAssertEqual(counter.steps.map(\.done), [1, 2])
        assertRefused("Cancelled", saying: "cancelled") {
            try pack.stickerFiles(recipe: recipe, wanted: all, name: "", publisher: "", progress: Counter(stopAfter: 1))
        }
    }

    func testThrowingInProgressStopsTheWork() throws {
        let (pack, recipe) = (try Samples.classic(), try Samples.somebody())
        for progress in [Failing(ProgressError.Failed(reason: "enough")), Failing(CocoaError(.fileNoSuchFile))] as [any ProgressListener] {
            assertRefused("Cancelled", saying: "cancelled") { try pack.stickers(recipe: recipe, wanted: few, progress: progress) }
        }
    }
}
