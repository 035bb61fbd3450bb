import Selfmoji
import XCTest

/// Embedding a pack's parts, and stopping it.
final class EmbeddingsTests: XCTestCase {
    func testEveryPartIsTold() throws {
        let (studio, pack) = (try Samples.studio(), try Pack.open(path: Samples.smallPack))
        let (built, prepared) = (Counter(), Counter())
        let text = try studio.buildEmbeddings(pack: pack, progress: built)
        XCTAssertNotNil(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let total = try XCTUnwrap(built.steps.first).total
        XCTAssertGreaterThan(total, 5)
        XCTAssertEqual(built.steps.map(\.done), Array(1...total))
        _ = try studio.style(pack: pack, progress: prepared)
        XCTAssertEqual(prepared.steps.map(\.done), Array(1...total), "a pack without embeddings is embedded when it is prepared")
    }

    func testProgressStopsTheWork() throws {
        let (studio, pack) = (try Samples.studio(), try Pack.open(path: Samples.smallPack))
        let (built, prepared) = (Counter(stopAfter: 3), Counter(stopAfter: 1))
        assertRefused("Cancelled", saying: "cancelled") { try studio.buildEmbeddings(pack: pack, progress: built) }
        XCTAssertEqual(built.steps.map(\.done), [1, 2, 3])
        assertRefused("Cancelled", saying: "cancelled") { try studio.style(pack: pack, progress: prepared) }
        XCTAssertEqual(prepared.steps.map(\.done), [1])
    }

    func testThrowingInProgressStopsTheWork() throws {
        let (studio, pack) = (try Samples.studio(), try Pack.open(path: Samples.smallPack))
        for progress in [Failing(ProgressError.Failed(reason: "enough")), Failing(CocoaError(.fileNoSuchFile))] as [any ProgressListener] {
            assertRefused("Cancelled", saying: "cancelled") { try studio.buildEmbeddings(pack: pack, progress: progress) }
        }
    }
}
