import Foundation

// Calls that take long, for use from any actor: the work runs elsewhere, and `await` frees the actor meanwhile. Each throws `CancellationError`
// where the task was cancelled; work that tells of its progress is stopped by that within a step, shorter work runs to its end unseen. The
// synchronous calls of the same classes do the same on the caller's thread.

extension Studio {
    /// Loads the models that are part of the library (about 0.1 s). Make one studio and share it.
    ///
    /// - Throws: `SelfmojiError.Model` if the library is damaged; `CancellationError`.
    public static func load(options: StudioOptions? = nil) async throws -> Studio {
        try await offActor { _ in try Studio.bundled(options: options) }
    }

    /// Prepares a style pack for matching, once: instantly for packs that hold embeddings of these models, as those of the library do, otherwise
    /// some seconds, of which `report` is told.
    ///
    /// - Throws: `SelfmojiError.Pack` where the pack's embeddings were built from other drawings or with other models; `CancellationError`.
    public func prepare(_ pack: Pack, report: ProgressReport? = nil) async throws -> Style {
        try await offActor(report: report) { progress in try self.style(pack: pack, progress: progress) }
    }

    /// The whole way from a photo's file to an avatar. The photo is let go of before this returns.
    ///
    /// JPEG, PNG and WebP; on Apple's platforms also HEIC and AVIF, which the system decodes.
    ///
    /// - Throws: `SelfmojiError.Photo` where the file cannot be used, `.NoFace`, `.SeveralFaces`, `.FaceTooSmall` and `.FaceTurned` for what the
    ///   user can mend, `.Model` should a model fail; `CancellationError`.
    public func avatar(from file: Data, style: Style, limits: PhotoLimits? = nil) async throws -> Avatar {
        try await offActor { _ in try self.create(photo: .opened(file, limits: limits), style: style) }
    }

    /// Builds a pack's embeddings, some seconds of work, of which `report` is told: the text of its file `embeddings.json`. Keep it beside the pack,
    /// and load both with `Pack.withEmbeddings`.
    ///
    /// - Throws: `SelfmojiError.Pack` where a part cannot be drawn; `CancellationError`.
    public func makeEmbeddings(for pack: Pack, report: ProgressReport? = nil) async throws -> String {
        try await offActor(report: report) { progress in try self.buildEmbeddings(pack: pack, progress: progress) }
    }
}

extension Pack {
    /// The picture of a recipe as a PNG file, `size` pixels each way (1 to 4096), with a transparent background.
    ///
    /// - Throws: `SelfmojiError.OtherPack`, `.Recipe` and `.Picture`; `CancellationError`.
    public func drawPNG(_ recipe: Recipe, size: Int) async throws -> Data {
        try await offActor { _ in try self.png(recipe: recipe, size: Int32(clamping: size)) }
    }

    /// What a change would look like, cropped to where it shows: a PNG file, `size` pixels each way (1 to 4096).
    ///
    /// - Throws: `SelfmojiError.Edit` where the change cannot be made, `.OtherPack`, `.Recipe` and `.Picture`; `CancellationError`.
    public func drawThumbnail(of recipe: Recipe, change: Change, size: Int) async throws -> Data {
        try await offActor { _ in try self.thumbnail(recipe: recipe, change: change, size: Int32(clamping: size)) }
    }

    /// Many stickers at once, on up to 4 threads; some seconds for all of a pack, of which `report` is told. Cancelling stops it after the stickers
    /// that are being made.
    ///
    /// - Throws: `SelfmojiError.Recipe` where the pack has no such expression, `.OtherPack` and `.Picture`; `CancellationError`.
    public func makeStickers(
        of recipe: Recipe, wanted: StickersWanted = StickersWanted(), report: ProgressReport? = nil
    ) async throws -> StickerSet {
        try await offActor(report: report) { progress in try self.stickers(recipe: recipe, wanted: wanted, progress: progress) }
    }

    /// The same as files, laid out as messengers' apps and sticker makers read them. `name` and `publisher` are what the messengers show, up to 128
    /// characters each.
    ///
    /// - Throws: as ``makeStickers(of:wanted:report:)`` does.
    public func makeStickerFiles(
        of recipe: Recipe, wanted: StickersWanted = StickersWanted(), name: String, publisher: String, report: ProgressReport? = nil
    ) async throws -> [StickerFile] {
        try await offActor(report: report) { progress in
            try self.stickerFiles(recipe: recipe, wanted: wanted, name: name, publisher: publisher, progress: progress)
        }
    }
}

extension Words {
    /// Loads the English words that are part of the library. Load them once and share them.
    ///
    /// - Throws: `SelfmojiError.Model` if the library is damaged; `CancellationError`.
    public static func loadBundled() async throws -> Words {
        try await offActor { _ in try Words.bundled() }
    }
}

extension Concepts {
    /// Prepares what photos can show (about 0.1 s), from the bytes of `concepts.onnx` and `concepts.bin`. Do it once and share it.
    ///
    /// - Throws: `SelfmojiError.Model` where one is damaged, or they do not belong together; `CancellationError`.
    public static func prepare(network: Data, list: Data) async throws -> Concepts {
        try await offActor { _ in try Concepts.load(network: network, list: list) }
    }

    /// Looks at photos, or the frames of a video, and sums up what they show together. Ask ``EmojiRanker/suggestForSight(text:sight:options:)`` for
    /// the emoji, at every key stroke.
    ///
    /// - Throws: `SelfmojiError.Emoji` where there are none, `.Model` should the network fail; `CancellationError`.
    public func look(at photos: [Photo]) async throws -> Sight {
        try await offActor { _ in try self.see(photos: photos) }
    }
}

extension EmojiRanker {
    /// The emoji that fit a text, a photo, or both. Without a photo ``suggest(text:photo:options:)`` is quick enough for any actor.
    ///
    /// - Throws: `SelfmojiError.Emoji` with neither a photo nor a text that is not blank, or with a balance that is not from 0 to 1, `.Model` with a
    ///   photo and without concepts; `CancellationError`.
    public func suggestions(for text: String, photo: Photo? = nil, options: SuggestOptions? = nil) async throws -> Suggestions {
        try await offActor { _ in try self.suggest(text: text, photo: photo, options: options) }
    }
}
