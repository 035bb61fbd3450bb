import Selfmoji
import XCTest

/// Asserts that a call fails with the case of that name, and that its message holds a word and is what people are shown.
func assertRefused<T>(
    _ name: String, saying word: String, file: StaticString = #filePath, line: UInt = #line, _ call: () throws -> T
) {
    XCTAssertThrowsError(try call(), file: file, line: line) { error in
        assertIs(error, name, saying: word, file: file, line: line)
    }
}

/// The same of a call that is awaited.
func assertRefused<T>(
    _ name: String, saying word: String, file: StaticString = #filePath, line: UInt = #line, _ call: () async throws -> T
) async {
    do {
        _ = try await call()
        XCTFail("nothing was thrown", file: file, line: line)
    } catch {
        assertIs(error, name, saying: word, file: file, line: line)
    }
}

/// Asserts that a call ends as calls of cancelled tasks do.
func assertCancelled<T>(file: StaticString = #filePath, line: UInt = #line, _ call: () async throws -> T) async {
    do {
        _ = try await call()
        XCTFail("nothing was thrown", file: file, line: line)
    } catch {
        XCTAssert(error is CancellationError, "\(error)", file: file, line: line)
    }
}

private func assertIs(_ error: any Error, _ name: String, saying word: String, file: StaticString, line: UInt) {
    guard let error = error as? SelfmojiError else { return XCTFail("another error: \(error)", file: file, line: line) }
    XCTAssertEqual(Mirror(reflecting: error).children.first?.label, name, error.message, file: file, line: line)
    XCTAssert(error.message.contains(word), error.message, file: file, line: line)
    XCTAssertEqual(error.errorDescription, error.message, file: file, line: line)
    XCTAssertEqual(error.localizedDescription, error.message, file: file, line: line)
}
