import Selfmoji
import XCTest

/// Drawing quickly.
final class EaselTests: XCTestCase {
    func testItDrawsWhatThePackDraws() throws {
        let (easel, pack, recipe) = (try Easel(), try Samples.classic(), try Samples.somebody())
        let (quick, exact) = (try easel.rgba(pack: pack, recipe: recipe, size: 96), try pack.rgba(recipe: recipe, size: 96))
        XCTAssertEqual(quick.count, exact.count)
        let off = zip(quick, exact).filter { abs(Int($0) - Int($1)) > 16 }.count
        XCTAssertLessThan(off, quick.count / 200, "pixels differ by more than soft edges do")
        XCTAssertEqual(try easel.rgba(pack: pack, recipe: recipe, size: 96), quick)
        assertPNG(try easel.png(pack: pack, recipe: recipe, size: 96), side: 96)
    }

    func testExpressionsMove() throws {
        let (easel, pack) = (try Easel(budgetBytes: 1 << 20), try Samples.classic())
        let waving = try Samples.somebody().with(expression: "waving")
        let still = try easel.rgba(pack: pack, recipe: waving, size: 96)
        XCTAssertEqual(try easel.rgba(pack: pack, recipe: waving, size: 96, phase: 0), still)
        XCTAssertNotEqual(try easel.rgba(pack: pack, recipe: waving, size: 96, phase: 0.25), still)
    }

    func testABudgetOfNothingStillDraws() throws {
        let recipe = try Samples.somebody()
        assertPNG(try Easel(budgetBytes: 0).png(pack: Samples.classic(), recipe: recipe, size: 32), side: 32)
        assertPNG(try Easel(budgetBytes: -1).png(pack: Samples.classic(), recipe: recipe, size: 32), side: 32)
        assertRefused("Picture", saying: "1 to 4096") { try Easel().rgba(pack: Samples.classic(), recipe: recipe, size: 0) }
    }
}
