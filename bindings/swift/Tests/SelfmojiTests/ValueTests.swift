import Selfmoji
import XCTest

/// Records are values: they can be coded, compared, hashed, and handed from task to task.
final class ValueTests: XCTestCase {
    func testEveryRecordSurvivesCoding() throws {
        let (pack, recipe) = (try Samples.classic(), try Samples.somebody().with(axes: [.eyes: ["size": 0.5]]))
        let reading = try Samples.studio().read(photo: Samples.photo())
        try assertSurvives(recipe)
        try assertSurvives(Adjust(dx: 1, dy: 2, scale: 0.5))
        try assertSurvives(reading.avatar(style: Samples.style()))
        try assertSurvives(reading.face())
        try assertSurvives(reading.attributes())
        try assertSurvives(pack.editOptions(recipe: recipe))
        try assertSurvives(pack.stickers(recipe: recipe, wanted: StickersWanted(expressions: ["sad"], animated: false)))
        try assertSurvives(Live().next(studio: Samples.studio(), style: Samples.style(), photo: Samples.photo(), elapsedSeconds: 0))
        try assertSurvives(PhotoLimits(maxSide: 5))
        try assertSurvives(StudioOptions(minEyeDistance: 20))
        try assertSurvives(StickersWanted())
        try assertSurvives(StickerFile(path: "a/b", bytes: Data([1, 2])))
        try assertSurvives([
            Change.part(kind: .hair, id: nil), .colour(role: "skin", colour: "#102030"), .axis(kind: .eyes, axis: "size", value: 1),
            .reset(kind: .nose, axis: nil), .expression(id: "sad"),
        ])
        try assertSurvives(Emoji(id: "asleep", name: "sleepy cat"))
        try assertSurvives(SuggestOptions(limit: 3))
        try assertSurvives(EmojiRanker(words: Samples.words(), set: .pictographs()).suggest(text: "pizza qwxyzzy"))
        try assertSurvives(SeenConcept(concept: "pizza", probability: 0.5))
        try assertSurvives(SkinTone.allCases)
        try assertSurvives(SelfmojiError.NoFace(message: "no face"))
        try assertSurvives(ProgressError.Failed(reason: "enough"))
    }

    func testDefaultsAreThoseOfTheDocumentation() {
        XCTAssertEqual(StickersWanted(), StickersWanted(expressions: [], animated: true))
        XCTAssertEqual(StudioOptions(), StudioOptions(minEyeDistance: 16, maxYaw: 0.35, refuseSeveralFaces: false))
        XCTAssertEqual(SuggestOptions(), SuggestOptions(limit: 10, balance: 0.5))
        XCTAssertEqual(Emoji(id: "asleep", name: "sleepy cat"), Emoji(id: "asleep", name: "sleepy cat", keywords: []))
        XCTAssertEqual(
            PhotoLimits(),
            PhotoLimits(maxBytes: 48 << 20, maxPixels: 64_000_000, maxSide: 16384, minSide: 32, maxMemory: 176 << 20))
    }

    func testKindsAndWordsAreListed() {
        XCTAssertEqual(Kind.allCases.count, 14)
        XCTAssertEqual(Set(Kind.allCases).count, 14)
        XCTAssertEqual(HairColour.allCases.count, 5)
        XCTAssert(Mouth.allCases.contains(.smile) && Glasses.allCases.contains(.sun) && FacialHair.allCases.contains(.stubble))
    }

    func testValuesAndObjectsGoFromTaskToTask() async throws {
        let (pack, recipe) = (try Samples.classic(), try Samples.somebody())
        let laughing = try await Task.detached { try pack.edit(recipe: recipe, changes: [.expression(id: "laughing")]) }.value
        let texts = try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<4 { group.addTask { try pack.altText(recipe: laughing) } }
            return try await group.reduce(into: Set()) { $0.insert($1) }
        }
        XCTAssertEqual(texts.count, 1)
    }

    private func assertSurvives<T: Codable & Hashable & Sendable>(_ value: T, file: StaticString = #filePath, line: UInt = #line) throws {
        let back = try JSONDecoder().decode(T.self, from: JSONEncoder().encode(value))
        XCTAssertEqual(back, value, file: file, line: line)
        XCTAssertEqual(back.hashValue, value.hashValue, file: file, line: line)
    }
}
