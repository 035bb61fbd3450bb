import Selfmoji
import XCTest

/// The calls that are awaited: they run elsewhere, say how far they are, and end with their task.
final class AsyncTests: XCTestCase {
    func testTheWholeWayFromTheMainActor() async throws {
        try await Task { @MainActor in
            let studio = try await Studio.load()
            let pack = try Pack.bundled()
            let style = try await studio.prepare(pack)
            let avatar = try await studio.avatar(from: Samples.portrait(), style: style)
            XCTAssertEqual(avatar, try studio.create(photo: Samples.photo(), style: style))
            let png = try await pack.drawPNG(avatar.recipe, size: 64)
            XCTAssertEqual(png, try pack.png(recipe: avatar.recipe, size: 64))
            let change = Change.part(kind: .glasses, id: "round")
            let thumbnail = try await pack.drawThumbnail(of: avatar.recipe, change: change, size: 64)
            XCTAssertEqual(thumbnail, try pack.thumbnail(recipe: avatar.recipe, change: change, size: 64))
        }.value
    }

    func testEmojiAreSuggestedFromTheMainActor() async throws {
        try await Task { @MainActor in
            let (words, photo) = (try await Words.loadBundled(), try Samples.photo())
            let network = try Samples.file("models/emoji/concepts.onnx")
            let concepts = try await Concepts.prepare(network: network, list: Samples.file("models/emoji/concepts.bin"))
            let ranker = try EmojiRanker(words: words, set: .unicode(), concepts: concepts)
            let expected = try ranker.suggest(text: "happy", photo: photo)
            let suggestions = try await ranker.suggestions(for: "happy", photo: photo)
            XCTAssertEqual(suggestions, expected)
            let sight = try await concepts.look(at: [photo])
            XCTAssertEqual(try ranker.suggestForSight(text: "happy", sight: sight), expected)
            let alone = try await ranker.suggestions(for: "happy")
            XCTAssertEqual(alone, try ranker.suggest(text: "happy"))
        }.value
    }

    func testProgressIsToldOffTheMainThread() async throws {
        let (pack, recipe, counter) = (try Samples.classic(), try Samples.somebody(), Counter())
        let wanted = StickersWanted(expressions: ["sad", "laughing"], animated: false)
        let report: ProgressReport = { done, total in
            XCTAssertFalse(Thread.isMainThread)
            counter.note(done, total)
        }
        try await Task { @MainActor in
            let set = try await pack.makeStickers(of: recipe, wanted: wanted, report: report)
            XCTAssertEqual(set.still.map(\.id), ["sad", "laughing"])
            let files = try await pack.makeStickerFiles(of: recipe, wanted: wanted, name: "Ada", publisher: "An app", report: report)
            XCTAssert(files.contains { $0.path == "stickers.json" })
        }.value
        XCTAssertEqual(counter.steps.map(\.done), [1, 2, 1, 2])
        XCTAssertEqual(counter.steps.map(\.total), [2, 2, 2, 2])
    }

    func testEmbeddingsAreBuiltAndToldOf() async throws {
        let (studio, pack, built, prepared) = (try Samples.studio(), try Pack.open(path: Samples.smallPack), Counter(), Counter())
        let text = try await studio.makeEmbeddings(for: pack) { built.note($0, $1) }
        XCTAssertEqual(text, try studio.buildEmbeddings(pack: pack))
        _ = try await studio.prepare(pack) { prepared.note($0, $1) }
        XCTAssertEqual(built.steps.map(\.done), Array(1...built.steps.count))
        XCTAssertEqual(prepared.steps.count, built.steps.count)
    }

    func testErrorsAreThoseOfTheLibrary() async throws {
        let (studio, style, pack, recipe) = (try Samples.studio(), try Samples.style(), try Samples.classic(), try Samples.somebody())
        await assertRefused("Photo", saying: "JPEG") { try await studio.avatar(from: Data("hello".utf8), style: style) }
        let small = PhotoLimits(maxSide: 100)
        await assertRefused("Photo", saying: "512x512") { try await studio.avatar(from: Samples.portrait(), style: style, limits: small) }
        await assertRefused("Picture", saying: "1 to 4096") { try await pack.drawPNG(recipe, size: .max) }
        await assertRefused("Recipe", saying: "laugh") { try await pack.makeStickers(of: recipe, wanted: StickersWanted(expressions: ["laugh"])) }
        let noFace = try Painting(width: 64, height: 64).photo()
        await assertRefused("NoFace", saying: "no face") { try await Task { try studio.create(photo: noFace, style: style) }.value }
    }

    func testCancellingATaskStopsStickers() async throws {
        let (pack, recipe) = (try Samples.classic(), try Samples.somebody())
        // Still and moving ones of all expressions, which would take many seconds.
        try await assertStops { report in try await pack.makeStickers(of: recipe, report: report) }
        try await assertStops { report in
            try await pack.makeStickerFiles(of: recipe, name: "Ada", publisher: "An app", report: report)
        }
    }

    func testCancellingATaskStopsEmbeddings() async throws {
        let (studio, pack) = (try Samples.studio(), try Pack.open(path: Samples.smallPack))
        try await assertStops { report in try await studio.makeEmbeddings(for: pack, report: report) }
        try await assertStops { report in try await studio.prepare(pack, report: report) }
    }

    func testNothingIsBegunForATaskThatIsCancelledAlready() async throws {
        let (studio, style, pack, recipe) = (try Samples.studio(), try Samples.style(), try Samples.classic(), try Samples.somebody())
        let (portrait, photo, counter) = (try Samples.portrait(), try Samples.photo(), Counter())
        let (words, concepts) = (try Samples.words(), try Samples.concepts())
        let ranker = try EmojiRanker(words: words, set: .pictographs())
        let task = Task {
            while !Task.isCancelled { await Task.yield() }
            await assertCancelled { try await Studio.load() }
            await assertCancelled { try await studio.prepare(pack) { counter.note($0, $1) } }
            await assertCancelled { try await studio.avatar(from: portrait, style: style) }
            await assertCancelled { try await studio.makeEmbeddings(for: pack) { counter.note($0, $1) } }
            await assertCancelled { try await pack.drawPNG(recipe, size: 64) }
            await assertCancelled { try await pack.drawThumbnail(of: recipe, change: .expression(id: "sad"), size: 64) }
            await assertCancelled { try await pack.makeStickers(of: recipe) { counter.note($0, $1) } }
            await assertCancelled { try await pack.makeStickerFiles(of: recipe, name: "", publisher: "") { counter.note($0, $1) } }
            await assertCancelled { try await Words.loadBundled() }
            await assertCancelled { try await Concepts.prepare(network: Data(), list: Data()) }
            await assertCancelled { try await concepts.look(at: [photo]) }
            await assertCancelled { try await ranker.suggestions(for: "pizza") }
        }
        task.cancel()
        await task.value
        XCTAssertEqual(counter.steps.count, 0)
    }

    /// Cancels a task at its first word of progress, and asserts that it ends as cancelled tasks do and that there is no second word.
    private func assertStops<T: Sendable>(_ work: @escaping @Sendable (@escaping ProgressReport) async throws -> T) async throws {
        let (begun, begin) = AsyncStream.makeStream(of: Void.self)
        let (counter, cancelled) = (Counter(), DispatchSemaphore(value: 0))
        let task = Task {
            try await work { done, total in
                counter.note(done, total)
                begin.yield()
                if done == 1 { cancelled.wait() }
            }
        }
        for await _ in begun { break }
        task.cancel()
        cancelled.signal()
        await assertCancelled { try await task.value }
        XCTAssertEqual(counter.steps.map(\.done), [1])
    }
}
