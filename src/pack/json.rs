//! Text and JSON from outside: what is checked before the fields are read.

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use std::collections::BTreeSet;

/// A file's bytes as text, without a byte order mark.
pub(super) fn text(bytes: &[u8]) -> Result<&str, String> {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) || bytes.contains(&0) {
        return Err("not UTF-8 text but UTF-16 or binary; save the file as UTF-8".into());
    }
    let text = std::str::from_utf8(bytes).map_err(|e| format!("not UTF-8 text from byte {} on; save the file as UTF-8", e.valid_up_to() + 1))?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}

/// Refuses an object that names a key twice: of two parts of one name, readers would disagree which one is meant.
pub(crate) fn no_key_twice(json: &[u8]) -> Result<(), serde_json::Error> {
    serde_json::from_slice::<Unique>(json).map(|_| ())
}

struct Unique;

impl<'de> Deserialize<'de> for Unique {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Self)
    }
}

impl<'de> Visitor<'de> for Unique {
    type Value = Self;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("JSON")
    }

    fn visit_bool<E>(self, _: bool) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_str<E>(self, _: &str) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_unit<E>(self) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self, A::Error> {
        while list.next_element::<Self>()?.is_some() {}
        Ok(self)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self, A::Error> {
        let mut seen = BTreeSet::new();
        while let Some(key) = map.next_key::<String>()? {
            map.next_value::<Self>()?;
            if let Some(key) = seen.replace(key) {
                return Err(A::Error::custom(format!("`{key}` is there twice")));
            }
        }
        Ok(self)
    }
}

#[cfg(test)]
mod tests {
    use super::{no_key_twice, text};

    #[test]
    fn a_key_is_found_twice_at_any_depth() {
        for json in [r#"{"a":1,"a":1}"#, r#"[{"b":{"a":null,"c":[],"a":"x"}}]"#, r#"{"a":{},"\u0061":2}"#] {
            assert!(no_key_twice(json.as_bytes()).unwrap_err().to_string().contains("`a` is there twice"), "{json}");
        }
        for json in ["null", "-1", "1.5", "true", r#""a""#, r#"{"a":{"a":[{"a":1},{"a":1}]}}"#] {
            no_key_twice(json.as_bytes()).unwrap();
        }
        assert!(no_key_twice(&[b'['; 1000]).is_err());
    }

    #[test]
    fn only_text_is_text() {
        assert_eq!(text(b"\xef\xbb\xbfa"), Ok("a"));
        for bytes in [&b"\xff\xfea\0"[..], b"\xfe\xff\0a", b"a\0b"] {
            assert!(text(bytes).unwrap_err().contains("UTF-16"));
        }
        assert!(text(b"ab\xff").unwrap_err().contains("byte 3"));
    }
}
