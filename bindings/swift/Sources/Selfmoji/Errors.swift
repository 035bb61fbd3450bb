import Foundation

extension SelfmojiError: LocalizedError {
    /// What was wrong and what to do, in English, fit to be shown. Switch over the cases for translations and for what the app does next.
    public var message: String {
        switch self {
        case .Photo(let message), .NoFace(let message), .SeveralFaces(let message), .FaceTooSmall(let message), .FaceTurned(let message),
            .Recipe(let message), .OtherPack(let message), .Pack(let message), .Edit(let message), .Picture(let message), .Emoji(let message),
            .Model(let message), .Cancelled(let message):
            message
        }
    }

    /// The message, so that `localizedDescription` is it, too.
    public var errorDescription: String? { message }
}
