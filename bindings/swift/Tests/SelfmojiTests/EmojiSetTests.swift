import Selfmoji
import XCTest

/// Sets of emoji: those that come with the library, an app's own, and both together.
final class EmojiSetTests: XCTestCase {
    private let party = Emoji(id: "party-hat", name: "cat with a party hat", keywords: ["birthday", "hooray"])
    private let asleep = Emoji(id: "asleep", name: "sleepy cat")

    func testTheEmojiOfUnicodeHaveNamesAndKeywords() throws {
        let (all, few) = (try EmojiSet.unicode().list(), try EmojiSet.pictographs().list())
        XCTAssertEqual(few.count, 385)
        XCTAssert(all.count > 1000 && Set(all).isSuperset(of: few))
        let pizza = try XCTUnwrap(all.first { $0.id == "🍕" })
        XCTAssert(pizza.name == "pizza" && pizza.keywords.contains("cheese"), "\(pizza)")
    }

    func testASetOfOnesOwnFromAListOrFromJSON() throws {
        let set = try EmojiSet.withList(list: [party, asleep])
        XCTAssertEqual(try set.list(), [party, asleep])
        let json = """
            [{"id": "party-hat", "name": "cat with a party hat", "keywords": ["birthday", "hooray"]}, {"id": "asleep", "name": "sleepy cat"}]
            """
        XCTAssertEqual(try EmojiSet.fromJson(json: json).list(), try set.list())
        XCTAssertEqual(try firstThree(of: set, for: "happy birthday").first, "party-hat")
        XCTAssertEqual(try firstThree(of: set, for: "I am so tired").first, "asleep")
    }

    func testStickersAndEmojiAreRankedAgainstEachOther() throws {
        let both = try EmojiSet.joined(sets: [.withList(list: [party, asleep]), .unicode()])
        XCTAssertEqual(try both.list().count, try EmojiSet.unicode().list().count + 2)
        XCTAssert(try firstThree(of: both, for: "sleepy cat").contains("asleep"))
        XCTAssert(try firstThree(of: both, for: "pizza").contains("🍕"))
    }

    func testSetsThatCannotBeUsedAreRefused() {
        let (id, name) = (asleep.id, asleep.name)
        let cases: [([Emoji], String)] = [
            ([], "empty"), ([asleep, Emoji(id: id, name: "another")], "`asleep` is there twice"),
            ([asleep, Emoji(id: "other", name: name)], "sleepy cat"), ([Emoji(id: id, name: "123")], "letters"),
            ([Emoji(id: " ", name: name)], "no id"), ([Emoji(id: id, name: name, keywords: [String(repeating: "a", count: 1000)])], "200 characters"),
        ]
        for (list, word) in cases {
            assertRefused("Emoji", saying: word) { try EmojiSet.withList(list: list) }
        }
        assertRefused("Emoji", saying: "empty") { try EmojiSet.fromJson(json: "[]") }
        assertRefused("Emoji", saying: "list like") { try EmojiSet.fromJson(json: "{}") }
        assertRefused("Emoji", saying: "empty") { try EmojiSet.joined(sets: []) }
        assertRefused("Emoji", saying: "twice") { try EmojiSet.joined(sets: [.unicode(), .pictographs()]) }
    }

    func testHandsAndPeopleTakeTheToneOfTheAvatar() throws {
        let (pack, recipe) = (try Samples.classic(), try Samples.somebody())
        let dark = try pack.edit(recipe: recipe, changes: [.colour(role: "skin", colour: "#604134")])
        let tone = try XCTUnwrap(try skinToneOf(pack: pack, recipe: dark))
        XCTAssertEqual(tone, .mediumDark)
        assertRefused("Recipe", saying: "version") { try skinToneOf(pack: pack, recipe: recipe.with(version: "new")) }

        let toned = try EmojiSet.joined(sets: [.unicode(), .withList(list: [asleep])]).inTone(tone: tone)
        XCTAssert(try firstThree(of: toned, for: "thumbs up").contains("👍🏾"))
        let ids = try toned.list().map(\.id)
        XCTAssert(ids.contains("🍕") && ids.contains("asleep") && !ids.contains("👍"))
        // Each tone is another one, and takes the place of the one before.
        let hands = try SkinTone.allCases.map { tone in
            try toned.inTone(tone: tone).list().map(\.id).filter { ["👍🏻", "👍🏼", "👍🏽", "👍🏾", "👍🏿"].contains($0) }
        }
        XCTAssertEqual(hands, [["👍🏻"], ["👍🏼"], ["👍🏽"], ["👍🏾"], ["👍🏿"]])
    }

    func testARecipeThatSaysNothingOfTheSkinHasNoTone() throws {
        let bare = try Recipe(json: #"{"format": 1, "pack": "classic", "version": "1.0.0", "parts": {}, "colours": {}}"#)
        XCTAssertNil(try skinToneOf(pack: Samples.classic(), recipe: bare))
    }

    func testExpressionsOfAPackAreSuggestedByTheirIds() throws {
        let (pack, recipe) = (try Samples.classic(), try Samples.somebody())
        let set = try EmojiSet.expressions(pack: pack)
        let known = try pack.editOptions(recipe: recipe).expressions.map(\.id)
        XCTAssert(try set.list().count > 20 && Set(known).isSuperset(of: set.list().map(\.id)))
        let tired = try firstThree(of: set, for: "so tired, good night")
        let expression = try XCTUnwrap(tired.first { ["sleeping", "sleepy"].contains($0) })
        XCTAssertEqual(try pack.edit(recipe: recipe, changes: [.expression(id: expression)]).expression, expression)
        XCTAssertNotEqual(try firstThree(of: set, for: "that is so funny"), tired)
    }

    private func firstThree(of set: EmojiSet, for text: String) throws -> [String] {
        try EmojiRanker(words: Samples.words(), set: set).suggest(text: text, options: SuggestOptions(limit: 3)).emoji.map(\.id)
    }
}
