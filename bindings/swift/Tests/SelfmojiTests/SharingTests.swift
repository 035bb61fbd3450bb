import Selfmoji
import XCTest

/// One studio for everybody: many tasks, small stacks, and no memory that grows.
final class SharingTests: XCTestCase {
    func testEightTasksShareOneStudio() async throws {
        let (studio, style, portrait) = (try Samples.studio(), try Samples.style(), try Samples.portrait())
        let pack = try style.pack()
        let pictures = try await withThrowingTaskGroup(of: Data.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    let recipe = try await studio.avatar(from: portrait, style: style).recipe
                    return try await pack.drawPNG(recipe, size: 96)
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        XCTAssertEqual(pictures.count, 8)
        XCTAssertEqual(Set(pictures).count, 1)
        assertPNG(try XCTUnwrap(pictures.first), side: 96)
    }

    /// Threads of Apple's dispatch and tasks have stacks of 512 KiB, those of Linux 8 MiB.
    func testASmallStackIsEnough() throws {
        let (done, portrait) = (expectation(description: "done"), try Samples.portrait())
        let (network, list) = (try Samples.file("models/emoji/concepts.onnx"), try Samples.file("models/emoji/concepts.bin"))
        let thread = Thread {
            do {
                let style = try Studio.bundled().style(pack: .bundled())
                let avatar = try Samples.studio().create(photo: .decode(file: portrait), style: style)
                _ = try style.pack().png(recipe: avatar.recipe, size: 64)
                _ = try style.pack().sticker(recipe: avatar.recipe, expression: "laughing")
                let concepts = try Concepts.load(network: network, list: list)
                let ranker = try EmojiRanker(words: .bundled(), set: .unicode(), concepts: concepts)
                _ = try ranker.suggest(text: "happy birthday", photo: .decode(file: portrait))
            } catch {
                XCTFail("\(error)")
            }
            done.fulfill()
        }
        thread.stackSize = 512 << 10
        thread.start()
        wait(for: [done], timeout: 120)
    }

    #if os(Linux)
    func testTwoHundredAvatarsLeaveNoMemoryBehind() throws {
        let (studio, style, portrait) = (try Samples.studio(), try Samples.style(), try Samples.portrait())
        func create(_ count: Int) throws {
            for _ in 0..<count {
                let recipe = try studio.create(photo: .decode(file: portrait), style: style).recipe
                _ = try style.pack().rgba(recipe: recipe, size: 128)
            }
        }
        try create(50)
        let before = try residentKiB()
        try create(200)
        let grown = try residentKiB() - before
        // The smallest of what each round makes is 64 KiB of pixels: leaked 200 times, that would be above this.
        XCTAssertLessThan(grown, 8 << 10, "KiB more than before")
    }

    private func residentKiB() throws -> Int {
        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = try XCTUnwrap(status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") })
        return try XCTUnwrap(line.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) })
    }
    #endif
}
