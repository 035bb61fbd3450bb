import XCTest

/// Asserts that the bytes are a PNG file of so many pixels each way.
func assertPNG(_ file: Data, side: Int, at path: StaticString = #filePath, line: UInt = #line) {
    XCTAssertEqual(Array(file.prefix(8)), [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], file: path, line: line)
    // Width and height stand at the head of the first chunk.
    let sides = file.dropFirst(16).prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    XCTAssertEqual(sides, UInt64(side) << 32 | UInt64(side), file: path, line: line)
}

/// Asserts that the bytes are a WebP file.
func assertWebP(_ file: Data, at path: StaticString = #filePath, line: UInt = #line) {
    XCTAssertEqual(String(decoding: file.prefix(4) + file.dropFirst(8).prefix(4), as: UTF8.self), "RIFFWEBP", file: path, line: line)
    let length = file.dropFirst(4).prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
    XCTAssertEqual(length + 8, file.count, "cut short", file: path, line: line)
}
