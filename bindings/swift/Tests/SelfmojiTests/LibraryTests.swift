import Selfmoji
import XCTest

/// What the library says of itself.
final class LibraryTests: XCTestCase {
    func testVersionHasThreeNumbers() throws {
        XCTAssertEqual(try version().split(separator: ".").compactMap { Int($0) }.count, 3)
    }

    func testThreeStylesComeWithIt() throws {
        let names = try bundledPackNames()
        XCTAssertEqual(Set(names.filter { !$0.contains("@") }), ["classic", "clay", "ink"])
        for name in names {
            let info = try Pack.bundled(name: name).info()
            XCTAssertEqual(info.name, name.split(separator: "@").first.map(String.init))
            XCTAssertFalse(info.title.isEmpty || info.licence.isEmpty || info.author.isEmpty)
        }
    }
}
