import Selfmoji
import XCTest

/// Avatars of consecutive camera frames.
final class LiveTests: XCTestCase {
    func testASteadyFaceGivesASteadyAvatar() throws {
        let (live, studio, style, photo) = (try Live(), try Samples.studio(), try Samples.style(), try Samples.photo())
        let first = try live.next(studio: studio, style: style, photo: photo, elapsedSeconds: 0)
        XCTAssert(first.fresh && first.face != nil && first.changed.contains(.face) && first.recoloured.contains("skin"))
        let drawn = try style.pack().png(recipe: first.avatar.recipe, size: 64)
        for _ in 0..<5 {
            let frame = try live.next(studio: studio, style: style, photo: photo, elapsedSeconds: 0.033)
            XCTAssertFalse(frame.fresh)
            XCTAssertEqual(frame.changed, [])
            XCTAssertEqual(frame.avatar.recipe.parts, first.avatar.recipe.parts)
            // Colours of what is not worn may settle after the first frame; what is drawn may not change.
            XCTAssertEqual(try style.pack().png(recipe: frame.avatar.recipe, size: 64), drawn)
        }
        try live.reset()
        XCTAssert(try live.next(studio: studio, style: style, photo: photo, elapsedSeconds: 0.033).fresh)
    }

    func testAFaceThatIsLostIsKeptForAMoment() throws {
        let (live, studio, style) = (try Live(), try Samples.studio(), try Samples.style())
        let nobody = try Painting(width: 320, height: 240).photo()
        assertRefused("NoFace", saying: "no face") { try live.next(studio: studio, style: style, photo: nobody, elapsedSeconds: 0) }
        let seen = try live.next(studio: studio, style: style, photo: Samples.photo(), elapsedSeconds: 0.1)
        let lost = try live.next(studio: studio, style: style, photo: nobody, elapsedSeconds: 0.1)
        XCTAssertNil(lost.face)
        XCTAssertEqual(lost.avatar, seen.avatar)
        assertRefused("NoFace", saying: "no face") { try live.next(studio: studio, style: style, photo: nobody, elapsedSeconds: 5) }
    }

    func testTimesThatAreNoTimesAreTakenAsNone() throws {
        let live = try Live()
        for seconds in [-1, .nan, .infinity] as [Float] {
            let frame = try live.next(studio: Samples.studio(), style: Samples.style(), photo: Samples.photo(), elapsedSeconds: seconds)
            XCTAssertNotNil(frame.face)
        }
    }
}
