// swift-tools-version: 6.0

import Foundation
import PackageDescription

/// Says why the package cannot be built and ends, without the trace that a crash would leave.
func refuse(_ why: String) -> Never {
    FileHandle.standardError.write(Data("Selfmoji: \(why)\n".utf8))
    exit(1)
}

func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path)
}

/// The native library itself, from its path or its folder's in SELFMOJI_LIBRARY.
func nativeLibrary(_ given: String?) -> URL {
    #if os(macOS)
    let name = "libselfmoji_ffi.dylib"
    #else
    let name = "libselfmoji_ffi.so"
    #endif
    let remedy = "Run bindings/generate.sh and set SELFMOJI_LIBRARY to the path it prints, made absolute (a folder with \(name) will do, too)."
    guard let given, !given.isEmpty else { refuse("the environment variable SELFMOJI_LIBRARY is not set. \(remedy)") }
    guard given.hasPrefix("/") else { refuse("SELFMOJI_LIBRARY is `\(given)`, which is no absolute path. \(remedy)") }
    let path = URL(fileURLWithPath: given)
    let file = path.lastPathComponent == name ? path : path.appendingPathComponent(name)
    guard exists(file.path) else { refuse("SELFMOJI_LIBRARY is `\(given)`, but there is no \(file.path). \(remedy)") }
    return file
}

let here = Context.packageDirectory
for generated in ["Selfmoji/Generated/Selfmoji.swift", "SelfmojiFFI/include/module.modulemap"] where !exists("\(here)/Sources/\(generated)") {
    refuse("Sources/\(generated) is missing, which is made from the library. Run bindings/generate.sh.")
}

let ffi: Target
let linking: [LinkerSetting]
#if canImport(Darwin)
let framework = Context.environment["SELFMOJI_LIBRARY"] == nil
#else
let framework = false
#endif
if framework {
    let path = "build/SelfmojiFFI.xcframework"
    guard exists("\(here)/\(path)") else {
        refuse("\(path) is missing. Run bindings/swift/build-xcframework.sh, or set SELFMOJI_LIBRARY to build for this Mac only (see README.md).")
    }
    ffi = .binaryTarget(name: "SelfmojiFFI", path: path)
    linking = []
} else {
    let folder = nativeLibrary(Context.environment["SELFMOJI_LIBRARY"]).deletingLastPathComponent().path
    ffi = .systemLibrary(name: "SelfmojiFFI", path: "Sources/SelfmojiFFI/include")
    // The rpath is what makes `swift test` and `swift run` find the library without further variables.
    linking = [.unsafeFlags(["-L\(folder)", "-lselfmoji_ffi", "-Xlinker", "-rpath", "-Xlinker", folder])]
}

let package = Package(
    name: "Selfmoji",
    platforms: [.iOS(.v15), .macOS(.v12)],
    products: [.library(name: "Selfmoji", targets: ["Selfmoji"])],
    targets: [
        ffi,
        .target(name: "Selfmoji", dependencies: ["SelfmojiFFI"], linkerSettings: linking),
        .testTarget(name: "SelfmojiTests", dependencies: ["Selfmoji"]),
    ],
    swiftLanguageModes: [.v6]
)
