import Foundation

#if canImport(CryptoKit)
import CryptoKit

/// SHA-256 in hexadecimal.
func sha256(_ data: Data) throws -> String {
    SHA256.hash(data: data).map { String(format: "%02x", $0) }.joined()
}
#else
/// SHA-256 in hexadecimal, by the program `sha256sum`.
func sha256(_ data: Data) throws -> String {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try data.write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["sha256sum", file.path]
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return String(text.prefix(64))
}
#endif
