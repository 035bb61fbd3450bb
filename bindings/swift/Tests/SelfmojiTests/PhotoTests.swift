@testable import Selfmoji
import XCTest

/// Photos: what is decoded, what is refused, and in which words.
final class PhotoTests: XCTestCase {
    func testAFileIsDecoded() throws {
        let photo = try Samples.photo()
        XCTAssertEqual(try photo.width(), 512)
        XCTAssertEqual(try photo.height(), 512)
    }

    func testPixelsAreTurned() throws {
        let pixels = Data(repeating: 200, count: 120 * 4 * 50)
        for (turns, width) in [(0, 120), (1, 50), (2, 120), (3, 50), (-1, 50), (4, 120)] as [(Int32, Int32)] {
            let photo = try Photo.fromRgba(pixels: pixels, width: 120, height: 50, stride: 480, quarterTurns: turns)
            XCTAssertEqual(try photo.width(), width, "\(turns) quarter turns")
            XCTAssertEqual(try photo.height(), 170 - width, "\(turns) quarter turns")
        }
    }

    func testASliceOfDataIsDecodedFromItsOwnStart() throws {
        let portrait = try Samples.portrait()
        let slice = (Data([1, 2, 3]) + portrait).dropFirst(3)
        XCTAssertEqual(try Photo.decode(file: slice).width(), 512)
    }

    func testBadFilesAreRefused() throws {
        let portrait = try Samples.portrait()
        assertRefused("Photo", saying: "empty") { try Photo.decode(file: Data()) }
        assertRefused("Photo", saying: "JPEG") { try Photo.decode(file: Data("hello".utf8)) }
        assertRefused("Photo", saying: "damaged") { try Photo.decode(file: portrait.prefix(1000)) }
    }

    func testLimitsAreKept() throws {
        let portrait = try Samples.portrait()
        let cases: [(PhotoLimits, String)] = [
            (PhotoLimits(maxBytes: 1000), "bytes"), (PhotoLimits(maxBytes: -1), "bytes"), (PhotoLimits(maxPixels: 1000), "512x512"),
            (PhotoLimits(maxSide: 511), "512x512"), (PhotoLimits(minSide: 513), "513"), (PhotoLimits(maxMemory: 1000), "memory"),
        ]
        for (limits, word) in cases {
            assertRefused("Photo", saying: word) { try Photo.decode(file: portrait, limits: limits) }
        }
    }

    func testNumbersThatDoNotFitTogetherAreRefused() {
        let pixels = Data(count: 64 * 64 * 4)
        let cases: [(Int32, Int32, Int32, String)] = [
            (65, 64, 260, "65x64"), (64, 65, 256, "64x65"), (64, 64, 255, "stride"), (0, 64, 256, "0x64"), (-64, 64, 256, "width"),
            (64, -1, 256, "height"), (64, 64, -256, "stride"),
        ]
        for (width, height, stride, word) in cases {
            assertRefused("Photo", saying: word) { try Photo.fromRgba(pixels: pixels, width: width, height: height, stride: stride) }
        }
    }

    func testFilesThatTheSystemDecodesAreToldByTheirFirstBytes() throws {
        XCTAssert(Photo.isSystemFormat(Data([0, 0, 0, 24] + "ftypheic".utf8)))
        XCTAssert(Photo.isSystemFormat(Data([9, 0, 0, 0, 24] + "ftypheic".utf8).dropFirst()))
        XCTAssertFalse(Photo.isSystemFormat(Data()))
        XCTAssertFalse(Photo.isSystemFormat(Data("ftyp".utf8)))
        XCTAssertFalse(Photo.isSystemFormat(try Samples.portrait()))
    }
}
