//! A zip file written by hand, so that every field of it can lie.

/// One entry: what is in the file, and what is said of it.
#[derive(Clone)]
pub(crate) struct Entry {
    pub(crate) name: Vec<u8>,
    /// The name beside the data, where it differs from that in the list.
    pub(crate) local_name: Option<Vec<u8>>,
    pub(crate) flags: u16,
    pub(crate) method: u16,
    pub(crate) mode: u32,
    pub(crate) data: Vec<u8>,
    pub(crate) size: u32,
    pub(crate) crc: u32,
    /// Where the list says that the entry begins, where that is not the truth.
    pub(crate) start: Option<u32>,
}

impl Entry {
    pub(crate) fn stored(name: &str, data: &[u8]) -> Self {
        let (size, crc) = (data.len() as u32, crc(data));
        Self { name: name.into(), local_name: None, flags: 0, method: 0, mode: 0o100_644, data: data.into(), size, crc, start: None }
    }

    pub(crate) fn deflated(name: &str, data: &[u8]) -> Self {
        use std::io::Write;
        let mut encoder = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::best());
        encoder.write_all(data).unwrap();
        Self { method: 8, data: encoder.finish().unwrap(), ..Self { data: vec![], ..Self::stored(name, data) } }
    }
}

/// The whole file, with a comment.
pub(crate) fn zip(entries: &[Entry], comment: &[u8]) -> Vec<u8> {
    let (mut out, mut list) = (Vec::new(), Vec::new());
    for e in entries {
        let start = e.start.unwrap_or(out.len() as u32);
        let local = e.local_name.as_ref().unwrap_or(&e.name);
        let common = |name: &[u8]| {
            let mut fields = Vec::new();
            [20, e.flags, e.method, 0, 0x21].iter().for_each(|v: &u16| fields.extend(v.to_le_bytes()));
            [e.crc, e.data.len() as u32, e.size].iter().for_each(|v| fields.extend(v.to_le_bytes()));
            [name.len() as u16, 0].iter().for_each(|v| fields.extend(v.to_le_bytes()));
            fields
        };
        out.extend(b"PK\x03\x04");
        out.extend(common(local));
        out.extend(local);
        out.extend(&e.data);
        list.extend(b"PK\x01\x02\x14\x03");
        list.extend(common(&e.name));
        list.extend([0; 6]);
        list.extend((e.mode << 16).to_le_bytes());
        list.extend(start.to_le_bytes());
        list.extend(&e.name);
    }
    let (start, count) = (out.len() as u32, entries.len() as u16);
    out.extend(&list);
    out.extend(b"PK\x05\x06\0\0\0\0");
    [count, count].iter().for_each(|v| out.extend(v.to_le_bytes()));
    [list.len() as u32, start].iter().for_each(|v| out.extend(v.to_le_bytes()));
    out.extend((comment.len() as u16).to_le_bytes());
    out.extend(comment);
    out
}

fn crc(data: &[u8]) -> u32 {
    let mut crc = flate2::Crc::new();
    crc.update(data);
    crc.sum()
}
