import Selfmoji
import XCTest

/// Emoji that fit a photo, and photos that fit an emoji.
final class EmojiPhotoTests: XCTestCase {
    func testAPhotoIsAnsweredWithEmojiAndTheConceptThatSpeaksForThem() throws {
        let found = try ranker().suggest(text: "", photo: Samples.photo())
        XCTAssertEqual(found.emoji.count, 10)
        XCTAssertEqual(found.unknownWords, [])
        for emoji in found.emoji {
            XCTAssertNil(emoji.word)
            let concept = try XCTUnwrap(emoji.concept)
            XCTAssert(!concept.concept.isEmpty && concept.probability > 0 && concept.probability <= 1, "\(concept)")
        }
    }

    func testWhatWasSeenOnceIsAnsweredLikeThePhotoItself() throws {
        let (ranker, photo) = (try ranker(), try Samples.photo())
        let sight = try Samples.concepts().see(photos: [photo])
        for text in ["", "h", "happy birthday", "qwxyzzy"] {
            XCTAssertEqual(try ranker.suggestForSight(text: text, sight: sight), try ranker.suggest(text: text, photo: photo))
        }
        let one = SuggestOptions(limit: 1, balance: 0.8)
        let expected = try ranker.suggest(text: "happy", photo: photo, options: one)
        XCTAssertEqual(try ranker.suggestForSight(text: "happy", sight: sight, options: one), expected)
    }

    func testTheBalanceSaysWhetherTheTextOrThePhotoCounts() throws {
        let (ranker, photo) = (try ranker(), try Samples.photo())
        func ids(_ text: String, balance: Float) throws -> [String] {
            try ranker.suggest(text: text, photo: photo, options: SuggestOptions(balance: balance)).emoji.map(\.id)
        }
        XCTAssertEqual(try ids("pizza", balance: 0), try ranker.suggest(text: "pizza").emoji.map(\.id))
        XCTAssertEqual(try ids("pizza", balance: 1), try ids("happy birthday", balance: 1))
        XCTAssertNotEqual(try ids("pizza", balance: 0), try ids("pizza", balance: 1))
        let both = try ranker.suggest(text: "happy birthday", photo: photo).emoji
        XCTAssert(both.prefix(3).contains { ["🎂", "🥳", "🎈", "🎉"].contains($0.id) }, "\(both)")
        XCTAssert(both.allSatisfy { $0.word != nil && $0.concept != nil })
    }

    func testSeveralPhotosAreSeenTogether() throws {
        let (ranker, concepts, photo) = (try ranker(), try Samples.concepts(), try Samples.photo())
        let wall = try Painting(width: 320, height: 240).photo()
        let one = try ranker.suggestForSight(text: "", sight: concepts.see(photos: [photo]))
        XCTAssertEqual(try ranker.suggestForSight(text: "", sight: concepts.see(photos: [photo, photo])), one)
        XCTAssertNotEqual(try ranker.suggestForSight(text: "", sight: concepts.see(photos: [photo, wall, wall])), one)
        assertRefused("Emoji", saying: "no photos") { try concepts.see(photos: []) }
    }

    func testPhotosCannotBeLookedAtWithoutConcepts() throws {
        let (blind, photo) = (try EmojiRanker(words: Samples.words(), set: .pictographs()), try Samples.photo())
        let sight = try Samples.concepts().see(photos: [photo])
        assertRefused("Model", saying: "concept") { try blind.suggest(text: "pizza", photo: photo) }
        assertRefused("Model", saying: "concept") { try blind.suggestForSight(text: "pizza", sight: sight) }
        let ranker = try ranker()
        assertRefused("Emoji", saying: "balance") { try ranker.suggestForSight(text: "", sight: sight, options: SuggestOptions(balance: .nan)) }
    }

    func testFilesThatAreNoConceptsAreRefused() throws {
        let (network, list) = (try Samples.file("models/emoji/concepts.onnx"), try Samples.file("models/emoji/concepts.bin"))
        let cases: [(Data, Data, String)] = [
            (network, Data(), "list of concepts"), (list, network, "list of concepts"), (network, list.prefix(list.count / 2), "cut short"),
            (Data(), list, "concept network"), (Data("no network".utf8), list, "concept network"),
            (network.prefix(network.count / 2), list, "concept network"),
        ]
        for (network, list, word) in cases {
            assertRefused("Model", saying: word) { try Concepts.load(network: network, list: list) }
        }
    }

    func testConceptsAndWordsBelongTogether() throws {
        // The same list under another language's name is another list.
        var file = try Samples.file("models/emoji/words.bin")
        file.replaceSubrange(try XCTUnwrap(file.range(of: Data(#""tag":"en""#.utf8))), with: Data(#""tag":"eo""#.utf8))
        let (other, concepts) = (try Words.load(file: file), try Samples.concepts())
        XCTAssertEqual(try other.language(), "eo")
        assertRefused("Model", saying: "another word list") { try EmojiRanker(words: other, set: .unicode(), concepts: concepts) }
        assertRefused("Model", saying: "another word list") { try PhotoQuery(words: other, concepts: concepts, set: .unicode(), query: "cat") }
    }

    func testPhotosAreFoundByEmojiAndWords() throws {
        let (words, concepts) = (try Samples.words(), try Samples.concepts())
        let goal = Emoji(id: "goal-1", name: "soccer goal", keywords: ["football"])
        let set = try EmojiSet.joined(sets: [.unicode(), .withList(list: [goal])])
        let query = try PhotoQuery(words: words, concepts: concepts, set: set, query: "🍕 + goal-1 + golden retriever")
        XCTAssertEqual(try query.parts(), ["pizza", "soccer goal", "golden retriever"])
        let sight = try concepts.see(photos: [Samples.photo()])
        let alone = try ["pizza", "goal-1", "golden retriever"].map { part in
            try PhotoQuery(words: words, concepts: concepts, set: set, query: part).score(sight: sight)
        }
        XCTAssertEqual(try query.score(sight: sight), alone.reduce(0, +) / 3, accuracy: 1e-4)
    }

    func testQueriesThatCannotBeAnsweredAreRefused() throws {
        let (words, concepts) = (try Samples.words(), try Samples.concepts())
        func query(_ text: String) throws -> PhotoQuery {
            try PhotoQuery(words: words, concepts: concepts, set: .unicode(), query: text)
        }
        for text in ["", "cat +", "+", "cat ++ dog"] {
            assertRefused("Emoji", saying: "part is empty") { try query(text) }
        }
        assertRefused("Emoji", saying: "qwxyzzy") { try query("cat + qwxyzzy") }
        assertRefused("Emoji", saying: "at most 8") { try query(Array(repeating: "cat", count: 9).joined(separator: "+")) }
        XCTAssertEqual(try query(Array(repeating: "cat", count: 8).joined(separator: "+")).parts().count, 8)
    }

    private func ranker() throws -> EmojiRanker {
        try Self.seeing.get()
    }

    private static let seeing = Result { try EmojiRanker(words: Samples.words(), set: .unicode(), concepts: Samples.concepts()) }
}
