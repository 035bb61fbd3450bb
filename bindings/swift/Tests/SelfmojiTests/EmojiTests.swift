import Selfmoji
import XCTest

/// Emoji that fit a text.
final class EmojiTests: XCTestCase {
    func testATextIsAnsweredWithEmojiAndTheWordThatSpeaksForThem() throws {
        let found = try ranker().suggest(text: "hapy birthday")
        XCTAssertEqual(found.emoji.count, 10)
        let scores = found.emoji.map(\.score)
        XCTAssertEqual(scores, scores.sorted(by: >))
        let cake = try XCTUnwrap(found.emoji.prefix(3).first { ["🎂", "🥳"].contains($0.id) })
        let word = try XCTUnwrap(cake.word)
        XCTAssert(word.word.contains("birthday") && !word.matched.isEmpty && word.likeness > 0.5, "\(word)")
        XCTAssert(found.emoji.allSatisfy { $0.concept == nil && !$0.name.isEmpty })
        XCTAssertEqual(found.unknownWords, [])
        XCTAssert(try firstThree("my favourite 🍕").contains("🍕"))
    }

    func testWordsThatAreNotKnownAreToldAndAnsweredWithNothing() throws {
        let found = try ranker().suggest(text: "Qwxyzzy, zzgrblk!")
        XCTAssertEqual(found, Suggestions(emoji: [], unknownWords: ["qwxyzzy", "zzgrblk"]))
        XCTAssertEqual(try ranker().suggest(text: "pizza qwxyzzy").unknownWords, ["qwxyzzy"])
        XCTAssert(try firstThree("pizza qwxyzzy").contains("🍕"))
        XCTAssert(try Samples.words().knows(phrase: "Ice cream"))
        XCTAssertFalse(try Samples.words().knows(phrase: "qwxyzzy"))
        XCTAssertEqual(try Samples.words().language(), "en")
    }

    func testQuestionsThatMakeNoSenseAreRefused() throws {
        let ranker = try ranker()
        for blank in ["", " \n\t"] {
            assertRefused("Emoji", saying: "neither") { try ranker.suggest(text: blank) }
        }
        for balance in [.nan, 2, -0.1, .infinity] as [Float] {
            assertRefused("Emoji", saying: "balance") { try ranker.suggest(text: "pizza", options: SuggestOptions(balance: balance)) }
        }
    }

    func testALimitIsKeptAndNoneOrLessIsNone() throws {
        let ranker = try ranker()
        for limit in [0, -1, .min] as [Int32] {
            XCTAssertEqual(try ranker.suggest(text: "pizza", options: SuggestOptions(limit: limit)).emoji, [])
        }
        let all = try ranker.suggest(text: "pizza", options: SuggestOptions(limit: .max)).emoji
        XCTAssertEqual(all.count, try EmojiSet.unicode().list().count)
        XCTAssertEqual(try ranker.suggest(text: "pizza", options: SuggestOptions(limit: 1)).emoji, Array(all.prefix(1)))
    }

    func testTextsOfAnyKindAreAnswered() throws {
        let texts = ["\u{0}", String(repeating: "a", count: 1_000_000), String(repeating: "pizza ", count: 100_000), "\u{202e}\u{7}", "👍🏾👩‍👩‍👧‍👦"]
        for text in texts {
            XCTAssertLessThanOrEqual(try ranker().suggest(text: text).emoji.count, 10)
        }
    }

    func testManyTasksShareOneRanker() async throws {
        let ranker = try ranker()
        let texts = (0..<20).map { String("happy birthday to my dog".prefix(5 + $0)) }
        let one = try texts.map { try ranker.suggest(text: $0) }
        let many = try await withThrowingTaskGroup(of: (Int, Suggestions).self) { group in
            for (place, text) in texts.enumerated() {
                group.addTask { (place, try ranker.suggest(text: text)) }
            }
            return try await group.reduce(into: [Int: Suggestions]()) { $0[$1.0] = $1.1 }
        }
        XCTAssertEqual(many, Dictionary(uniqueKeysWithValues: one.enumerated().map { ($0, $1) }))
    }

    func testAWordListOfOnesOwnTakesThePlaceOfTheOneThatShips() throws {
        let file = try Samples.file("models/emoji/words.bin")
        let own = try EmojiRanker(words: .load(file: file), set: .unicode())
        XCTAssertEqual(try own.suggest(text: "good night"), try ranker().suggest(text: "good night"))
        let cases = [(Data(), "word list"), (Data("no words".utf8), "word list"), (file.prefix(file.count / 2), "cut short"), (file + [0], "longer")]
        for (broken, word) in cases {
            assertRefused("Model", saying: word) { try Words.load(file: broken) }
        }
    }

    func testNamesOfAnotherLanguageAreFoundWordForWord() throws {
        let set = try EmojiSet.withList(list: [
            Emoji(id: "katze", name: "Katze", keywords: ["Kätzchen"]), Emoji(id: "xylofon", name: "Xylofon", keywords: ["Schlägel"]),
        ])
        let own = try EmojiRanker(words: Samples.words(), set: set)
        let found = try own.suggest(text: "Meine Katze schläft")
        XCTAssertEqual(found.emoji.first?.id, "katze")
        XCTAssert(found.unknownWords.contains("schläft"))
        XCTAssertEqual(try own.suggest(text: "Wo sind die Schlägel?").emoji.first?.id, "xylofon")
        XCTAssert(try own.unknown().contains("xylofon"))
        XCTAssertFalse(try ranker().unknown().contains("🍕"))
    }

    func testLettersOfEveryScriptAreRead() throws {
        let names = ["猫", "кошка", "Øl", "γάτα", "חתול", "บ้าน"]
        let set = try EmojiSet.withList(list: names.enumerated().map { Emoji(id: "\($0)", name: $1) })
        let own = try EmojiRanker(words: Samples.words(), set: set)
        for (place, name) in names.enumerated() {
            XCTAssertFalse(try Samples.words().knows(phrase: name))
            XCTAssertEqual(try own.suggest(text: name).emoji.first?.id, "\(place)", name)
            XCTAssertEqual(try ranker().suggest(text: name).unknownWords, [name.lowercased()])
        }
        XCTAssertFalse(try Samples.words().knows(phrase: "Straße"))
    }

    private func firstThree(_ text: String) throws -> [String] {
        try ranker().suggest(text: text, options: SuggestOptions(limit: 3)).emoji.map(\.id)
    }

    private func ranker() throws -> EmojiRanker {
        try Self.unicode.get()
    }

    private static let unicode = Result { try EmojiRanker(words: Samples.words(), set: .unicode()) }
}
