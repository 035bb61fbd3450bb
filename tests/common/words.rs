//! A tiny word list made in code, to be broken on purpose.

use serde_json::json;

/// Four words in four numbers: a cat and a kitten are alike, a kitten is a kind of cat, a stone is like neither.
pub(crate) struct TestWords {
    pub(crate) magic: [u8; 8],
    pub(crate) header: serde_json::Value,
    pub(crate) keys: Vec<u8>,
    pub(crate) columns: Vec<u8>,
    pub(crate) codes: Vec<u8>,
}

impl TestWords {
    pub(crate) fn new() -> Self {
        let keys = b"cat\nkitten\nsky line\nstone".to_vec();
        let language = json!({ "tag": "xx", "stop": ["the"], "irregular": {}, "endings": [["s", ""]], "letters": "abcdefghijklmnopqrstuvwxyz" });
        let header = json!({ "language": language, "keys": 4, "dimensions": 4, "senses": 3, "text": keys.len() });
        let numbers: [u16; 11] = [10, 500, 65535, 900, 0, 1, 65535, 2, 65535, 0, 65535];
        let mut columns: Vec<u8> = numbers.iter().flat_map(|n| n.to_le_bytes()).collect();
        columns.push(0);
        // Nibbles, 8 being zero: (7 0 0 0), (7 5 0 0), (0 0 7 0), (0 0 0 7).
        let codes = vec![0x8f, 0x88, 0xdf, 0x88, 0x88, 0x8f, 0x88, 0xf8];
        Self { magic: *b"SMWORDS2", header, keys, columns, codes }
    }

    pub(crate) fn bytes(&self) -> Vec<u8> {
        let mut header = self.header.to_string().into_bytes();
        header.resize(header.len().next_multiple_of(4), b' ');
        let mut keys = self.keys.clone();
        keys.resize(keys.len().next_multiple_of(4), 0);
        let length = (header.len() as u32).to_le_bytes();
        [&self.magic[..], &length, &header, &keys, &self.columns, &self.codes].concat()
    }
}
