import Foundation

/// A folder as the bytes of a zip file without compression.
func storedZip(ofFolder path: String) throws -> Data {
    let folder = URL(fileURLWithPath: path)
    let names = try FileManager.default.subpathsOfDirectory(atPath: path).sorted()
    var (bytes, list, count) = (Data(), Data(), 0)
    for name in names {
        let file = folder.appendingPathComponent(name)
        guard try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else { continue }
        let data = try Data(contentsOf: file)
        // Version 2.0, flags, method "stored", time, date (the first of 1980), checksum, sizes, lengths of name and extra field.
        let fields =
            shorts(20, 0, 0, 0, 0x21) + longs(crc32(data), UInt32(data.count), UInt32(data.count)) + shorts(UInt16(name.utf8.count), 0)
        list += [0x50, 0x4b, 0x01, 0x02] + shorts(20) + fields + shorts(0, 0, 0) + longs(0, UInt32(bytes.count)) + name.utf8
        bytes += [0x50, 0x4b, 0x03, 0x04] + fields + name.utf8 + data
        count += 1
    }
    let end = shorts(0, 0, UInt16(count), UInt16(count)) + longs(UInt32(list.count), UInt32(bytes.count)) + shorts(0)
    return bytes + list + [0x50, 0x4b, 0x05, 0x06] + end
}

private func shorts(_ values: UInt16...) -> Data {
    Data(values.flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] })
}

private func longs(_ values: UInt32...) -> Data {
    values.reduce(Data()) { $0 + shorts(UInt16($1 & 0xffff), UInt16($1 >> 16)) }
}

private func crc32(_ data: Data) -> UInt32 {
    ~data.reduce(~UInt32(0)) { crc, byte in
        (0..<8).reduce(crc ^ UInt32(byte)) { crc, _ in crc & 1 == 1 ? crc >> 1 ^ 0xedb8_8320 : crc >> 1 }
    }
}
