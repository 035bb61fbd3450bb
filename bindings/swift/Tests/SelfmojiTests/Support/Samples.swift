import Foundation
import Selfmoji

/// What the tests work with. Everything that takes time to load is loaded once.
enum Samples {
    /// The repository's root.
    static let root = (0..<6).reduce(URL(fileURLWithPath: #filePath)) { url, _ in url.deletingLastPathComponent() }

    static func file(_ path: String) throws -> Data {
        try Data(contentsOf: root.appendingPathComponent(path))
    }

    /// A JPEG of 512x512 pixels with one face, which looks into the camera.
    static func portrait() throws -> Data {
        try file("examples/portrait.jpg")
    }

    static func photo() throws -> Photo {
        try Photo.decode(file: portrait())
    }

    static func studio() throws -> Studio {
        try loadedStudio.get()
    }

    static func style() throws -> Style {
        try loadedStyle.get()
    }

    static func classic() throws -> Pack {
        try style().pack()
    }

    /// Somebody of the style `classic`.
    static func somebody() throws -> Recipe {
        try classic().random(seed: "somebody")
    }

    static func words() throws -> Words {
        try loadedWords.get()
    }

    static func concepts() throws -> Concepts {
        try loadedConcepts.get()
    }

    /// A small pack that comes without embeddings, as a folder.
    static let smallPack = root.appendingPathComponent("cli/starter").path

    private static let loadedStudio = Result { try Studio.bundled() }
    private static let loadedStyle = Result { try studio().style(pack: .bundled()) }
    private static let loadedWords = Result { try Words.bundled() }
    private static let loadedConcepts = Result {
        try Concepts.load(network: file("models/emoji/concepts.onnx"), list: file("models/emoji/concepts.bin"))
    }
}
