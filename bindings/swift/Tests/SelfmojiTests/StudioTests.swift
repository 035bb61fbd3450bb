import Selfmoji
import XCTest

/// The way from a photo to an avatar.
final class StudioTests: XCTestCase {
    func testAPhotoBecomesAnAvatar() throws {
        let avatar = try Samples.studio().create(photo: Samples.photo(), style: Samples.style())
        XCTAssertEqual(avatar.recipe.pack, "classic")
        XCTAssertEqual(avatar.recipe.expression, "neutral")
        for kind in [Kind.face, .hair, .brows, .eyes, .nose, .mouth, .ears, .body] {
            XCTAssertNotNil(avatar.recipe.parts[kind], "\(kind)")
        }
        XCTAssertFalse(avatar.rankings.isEmpty)
        for ranking in avatar.rankings {
            let scores = ranking.candidates.map(\.score)
            XCTAssertEqual(scores, scores.sorted(by: >), "\(ranking.kind)")
            XCTAssert(ranking.candidates.allSatisfy { (-1.001...1.001).contains($0.cosine) && $0.score <= 1.001 }, "\(ranking.kind)")
        }
        assertPNG(try Samples.classic().png(recipe: avatar.recipe, size: 128), side: 128)
    }

    func testAReadingSaysWhatThePhotoShows() throws {
        let reading = try Samples.studio().read(photo: Samples.photo())
        let face = try reading.face()
        // Read off the portrait by hand; half an eye distance is allowed.
        XCTAssertEqual(face.rightEye.x, 203, accuracy: 22)
        XCTAssertEqual(face.rightEye.y, 107, accuracy: 22)
        XCTAssertEqual(face.leftEye.x, 247, accuracy: 22)
        XCTAssertEqual(face.mouth.y, 152, accuracy: 22)
        XCTAssert(face.score > 0.8 && face.bounds.width > 60 && face.bounds.height > 60)
        XCTAssert(face.nose.y > face.rightEye.y && face.rightEar.x < face.leftEar.x)
        XCTAssertEqual(try reading.otherFaces(), [])
        let seen = try reading.attributes()
        XCTAssert((1...10).contains(seen.skinTone))
        XCTAssertEqual(seen.headwear, .none)
        XCTAssertEqual(try reading.avatar(style: Samples.style()), try Samples.studio().create(photo: Samples.photo(), style: Samples.style()))
    }

    func testOneReadingServesSeveralStyles() throws {
        let reading = try Samples.studio().read(photo: Samples.photo())
        for name in ["clay", "ink"] {
            let style = try Samples.studio().style(pack: .bundled(name: name))
            let recipe = try reading.avatar(style: style).recipe
            XCTAssertEqual(recipe.pack, name)
            assertPNG(try style.pack().png(recipe: recipe, size: 64), side: 64)
        }
    }

    func testPixelsThatAreTurnedUprightAreReadAsIfTheyHadBeen() throws {
        var upright = Painting(width: 300, height: 360)
        upright.place(try Samples.classic().rgba(recipe: Samples.somebody(), size: 280), side: 280, x: 10, y: 60)
        let expected = try Samples.studio().read(photo: upright.photo()).face()
        let left = upright.turnedLeft()
        XCTAssertEqual(try Samples.studio().read(photo: left.photo(quarterTurns: 1)).face(), expected)
        XCTAssertEqual(try Samples.studio().read(photo: left.turnedLeft().photo(quarterTurns: -2)).face(), expected)
    }

    func testPhotosWithoutAUsableFaceAreRefused() throws {
        let (photo, style) = (try Samples.photo(), try Samples.style())
        func create(_ photo: Photo, _ options: StudioOptions = StudioOptions()) throws -> Avatar {
            try Studio.bundled(options: options).create(photo: photo, style: style)
        }
        let nobody = try Painting(width: 320, height: 240).photo()
        assertRefused("NoFace", saying: "no face") { try create(nobody) }
        assertRefused("FaceTooSmall", saying: "come closer") { try create(photo, StudioOptions(minEyeDistance: 200)) }
        assertRefused("FaceTurned", saying: "camera") { try create(photo, StudioOptions(maxYaw: 0)) }
    }

    func testOfSeveralFacesTheFirstIsTakenUnlessToldOtherwise() throws {
        let person = try Samples.classic().rgba(recipe: Samples.somebody(), size: 440)
        var two = Painting(width: 1000, height: 520)
        two.place(person, side: 440, x: 30, y: 40)
        two.place(person, side: 440, x: 530, y: 40)
        let photo = try two.photo()
        XCTAssertEqual(try Samples.studio().read(photo: photo).otherFaces().count, 1)
        let strict = try Studio.bundled(options: StudioOptions(refuseSeveralFaces: true))
        assertRefused("SeveralFaces", saying: "2 faces") { try strict.read(photo: photo) }
    }

    func testModelsOfOnesOwn() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(at: folder) }
        assertRefused("Model", saying: folder.lastPathComponent) { try Studio.withModels(folder: folder.path) }

        for name in ["blazeface", "bisenet"] {
            try FileManager.default.copyItem(at: Samples.root.appendingPathComponent("models/\(name)"), to: folder.appendingPathComponent(name))
        }
        let avatar = try Studio.withModels(folder: folder.path, options: StudioOptions()).create(photo: Samples.photo(), style: Samples.style())
        XCTAssertEqual(avatar, try Samples.studio().create(photo: Samples.photo(), style: Samples.style()))

        try Data("no model".utf8).write(to: folder.appendingPathComponent("bisenet/face_parser.onnx"))
        assertRefused("Model", saying: "model") { try Studio.withModels(folder: folder.path) }
    }
}
