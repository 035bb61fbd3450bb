#if canImport(CoreGraphics)
import CoreGraphics
import Foundation

extension Pack {
    /// The picture of a recipe, `size` pixels each way (1 to 4096), with a transparent background.
    ///
    /// - Throws: `SelfmojiError.OtherPack`, `.Recipe` and `.Picture`.
    public func cgImage(of recipe: Recipe, size: Int) throws -> CGImage {
        try image(straight: rgba(recipe: recipe, size: Int32(clamping: size)), side: size)
    }
}

extension Easel {
    /// The picture of a recipe, `size` pixels each way (1 to 4096), at the moment `phase` (0 to 1) of its expression's movement.
    ///
    /// - Throws: `SelfmojiError.OtherPack`, `.Recipe` and `.Picture`.
    public func cgImage(of recipe: Recipe, in pack: Pack, size: Int, phase: Float = 0) throws -> CGImage {
        try image(straight: rgba(pack: pack, recipe: recipe, size: Int32(clamping: size), phase: phase), side: size)
    }
}

extension Photo {
    /// A picture that is upright already. What is transparent is laid over white.
    ///
    /// - Throws: `SelfmojiError.Photo` where it is too large or too small.
    public static func of(_ picture: CGImage, limits: PhotoLimits? = nil) throws -> Photo {
        let (width, height) = (picture.width, picture.height)
        guard let space = CGColorSpace(name: CGColorSpace.sRGB),
            let context = CGContext(
                data: nil, width: width, height: height, bitsPerComponent: 8, bytesPerRow: width * 4, space: space,
                bitmapInfo: CGImageAlphaInfo.premultipliedLast.rawValue)
        else {
            throw SelfmojiError.Photo(message: "there is no memory for a picture of \(width)x\(height) pixels; reduce it")
        }
        let whole = CGRect(x: 0, y: 0, width: width, height: height)
        // Opaque everywhere, so that the pixels are straight, too; a byte the system skips could be anything.
        context.setFillColor(gray: 1, alpha: 1)
        context.fill(whole)
        context.draw(picture, in: whole)
        guard let data = context.data else {
            throw SelfmojiError.Photo(message: "the system gave no pixels for a picture of \(width)x\(height) pixels; reduce it")
        }
        // The context keeps the pixels for as long as the call below takes.
        return try withExtendedLifetime(context) {
            let pixels = Data(bytesNoCopy: data, count: context.bytesPerRow * height, deallocator: .none)
            return try fromRgba(
                pixels: pixels, width: Int32(clamping: width), height: Int32(clamping: height), stride: Int32(clamping: context.bytesPerRow),
                limits: limits)
        }
    }
}

/// Straight RGBA as a picture of the system.
private func image(straight pixels: Data, side: Int) throws -> CGImage {
    guard let space = CGColorSpace(name: CGColorSpace.sRGB),
        let provider = CGDataProvider(data: pixels as CFData),
        let image = CGImage(
            width: side, height: side, bitsPerComponent: 8, bitsPerPixel: 32, bytesPerRow: side * 4, space: space,
            bitmapInfo: CGBitmapInfo(rawValue: CGImageAlphaInfo.last.rawValue), provider: provider,
            decode: nil, shouldInterpolate: true, intent: .defaultIntent)
    else {
        throw SelfmojiError.Picture(message: "the system cannot hold a picture of \(side) pixels; ask for a smaller one")
    }
    return image
}
#endif
