//! What a check of the manifest found, each with the place in the file.

use serde_json::value::RawValue;
use std::collections::BTreeMap;

/// Most findings that are kept.
const MOST: usize = 100;

/// Something wrong in the manifest.
#[derive(Debug)]
pub(super) struct Finding {
    /// Keys and indices from the root, `/` before each.
    pub(super) path: String,
    pub(super) detail: String,
}

/// All that is wrong, in the order it was found.
#[derive(Debug, Default)]
pub(super) struct Findings(pub(super) Vec<Finding>);

impl Findings {
    pub(super) fn add(&mut self, path: impl Into<String>, detail: impl Into<String>) {
        // Each needs its line looked up; a file with more than this is wrong as a whole.
        if self.0.len() >= MOST {
            return;
        }
        self.0.push(Finding { path: path.into(), detail: detail.into() });
    }
}

/// The line, counted from 1, on which the value at `path` starts; that of the nearest value around it where there is none.
pub(super) fn line_of(json: &str, path: &str) -> u32 {
    let mut at: &str = json.trim_start();
    for step in path.split('/').skip(1) {
        let inner = match step.parse::<usize>() {
            Ok(index) => serde_json::from_str::<Vec<&RawValue>>(at).ok().and_then(|list| list.get(index).map(|raw| raw.get())),
            Err(_) => serde_json::from_str::<BTreeMap<String, &RawValue>>(at).ok().and_then(|map| map.get(step).map(|raw| raw.get())),
        };
        match inner {
            Some(inner) => at = inner,
            None => break,
        }
    }
    // A raw value is a piece of the text it was read from.
    let before = (at.as_ptr() as usize).saturating_sub(json.as_ptr() as usize).min(json.len());
    1 + json.as_bytes()[..before].iter().filter(|&&b| b == b'\n').count() as u32
}

#[cfg(test)]
mod tests {
    use super::line_of;

    #[test]
    fn a_path_leads_to_its_line() {
        let json = "\n{\n  \"a\": 1,\n  \"list\": [\n    {\"x\": 1},\n    {\"x\": 2,\n     \"y\": 3}\n  ]\n}\n";
        for (path, line) in [("", 2), ("/a", 3), ("/list", 4), ("/list/0/x", 5), ("/list/1", 6), ("/list/1/y", 7), ("/list/9", 4), ("/no/such", 2)] {
            assert_eq!(line_of(json, path), line, "{path}");
        }
    }
}
