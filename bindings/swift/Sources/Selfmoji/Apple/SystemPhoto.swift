#if canImport(ImageIO)
import Foundation
import ImageIO

extension Photo {
    /// Decodes a file of any format that the system knows, HEIC among them. Orientation is applied; the picture is reduced to 2048 pixels while
    /// being decoded, which is as large as the library works with. Only `maxBytes` of `limits` bounds the file itself.
    ///
    /// Use `decode` for JPEG, PNG and WebP: it gives the same pixels on every platform.
    ///
    /// - Throws: `SelfmojiError.Photo` where the system cannot read the file.
    public static func decodeWithSystem(file: Data, limits: PhotoLimits? = nil) throws -> Photo {
        let limits = limits ?? PhotoLimits()
        guard Int64(file.count) <= limits.maxBytes else {
            throw SelfmojiError.Photo(message: "the file has \(file.count) bytes; at most \(limits.maxBytes) are accepted; reduce the picture")
        }
        let options: [CFString: Any] = [
            kCGImageSourceCreateThumbnailFromImageAlways: true,
            kCGImageSourceCreateThumbnailWithTransform: true,
            kCGImageSourceThumbnailMaxPixelSize: 2048,
        ]
        guard let source = CGImageSourceCreateWithData(file as CFData, nil),
            let picture = CGImageSourceCreateThumbnailAtIndex(source, 0, options as CFDictionary)
        else {
            throw SelfmojiError.Photo(message: "the system cannot read this file as a picture; use a JPEG, PNG, WebP or HEIC file")
        }
        return try of(picture, limits: limits)
    }
}
#endif
