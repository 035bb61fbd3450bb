import Foundation

extension Photo {
    /// A photo from any file that can be read here: what the library decodes itself, and where the system knows more formats, those as well.
    static func opened(_ file: Data, limits: PhotoLimits? = nil) throws -> Photo {
        #if canImport(ImageIO)
        if isSystemFormat(file) { return try decodeWithSystem(file: file, limits: limits) }
        #endif
        return try decode(file: file, limits: limits)
    }

    /// Whether a file is of the family of HEIC and AVIF, by its first bytes: iPhones take such photos, and the library does not decode them.
    static func isSystemFormat(_ file: Data) -> Bool {
        file.dropFirst(4).prefix(4).elementsEqual("ftyp".utf8)
    }
}
