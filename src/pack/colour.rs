//! Colours as packs and recipes write them: `#rrggbb`.

/// Red, green and blue of `#rrggbb`; nothing else is a colour here.
pub(crate) fn parse(text: &str) -> Option<[u8; 3]> {
    let hex = text.strip_prefix('#').filter(|h| h.len() == 6 && h.bytes().all(|b| b.is_ascii_hexdigit()))?;
    let value = u32::from_str_radix(hex, 16).ok()?;
    let [_, r, g, b] = value.to_be_bytes();
    Some([r, g, b])
}

/// `#rrggbb`.
pub(crate) fn format([r, g, b]: [u8; 3]) -> String {
    format!("#{r:02x}{g:02x}{b:02x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_six_digits_after_a_hash_are_a_colour() {
        for text in ["#000000", "#a1b2c3", "#ffffff"] {
            assert_eq!(parse(text).map(format).as_deref(), Some(text));
        }
        assert_eq!(parse("#A1B2C3"), Some([0xa1, 0xb2, 0xc3]));
        for text in ["", "#", "#fff", "000000", "#00000", "#0000000", "#+12345", "#gggggg", "#00000\u{e9}", " #000000", "red"] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
