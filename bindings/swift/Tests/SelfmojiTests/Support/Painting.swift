import Foundation
import Selfmoji

/// A picture to be put together pixel by pixel, so that tests need no other decoder or encoder.
struct Painting {
    let width: Int
    let height: Int
    /// Straight RGBA, row by row.
    private(set) var pixels: Data

    /// Plain grey.
    init(width: Int, height: Int) {
        (self.width, self.height) = (width, height)
        pixels = Data(repeating: 0xb0, count: width * height * 4)
    }

    /// Lays a square picture over this one, with its left upper corner at `x`, `y`.
    mutating func place(_ other: Data, side: Int, x: Int, y: Int) {
        for row in 0..<side {
            for column in 0..<side {
                let from = (row * side + column) * 4
                let to = ((y + row) * width + x + column) * 4
                let opacity = Int(other[from + 3])
                for channel in 0..<3 {
                    pixels[to + channel] = UInt8((Int(other[from + channel]) * opacity + Int(pixels[to + channel]) * (255 - opacity)) / 255)
                }
            }
        }
    }

    /// The picture turned counterclockwise by 90 degrees.
    func turnedLeft() -> Painting {
        var turned = Painting(width: height, height: width)
        for y in 0..<height {
            for x in 0..<width {
                let (from, to) = ((y * width + x) * 4, ((width - 1 - x) * height + y) * 4)
                turned.pixels.replaceSubrange(to..<to + 4, with: pixels[from..<from + 4])
            }
        }
        return turned
    }

    /// The picture as a photo that is turned clockwise.
    func photo(quarterTurns: Int32 = 0) throws -> Photo {
        try Photo.fromRgba(pixels: pixels, width: Int32(width), height: Int32(height), stride: Int32(width * 4), quarterTurns: quarterTurns)
    }
}
