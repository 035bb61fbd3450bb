//! A folder of frames.

use anyhow::{Context, Result, bail};
use std::cmp::Ordering;
use std::path::{Path, PathBuf};

/// Endings of files that are frames; others in the folder are passed over.
pub(crate) const ENDINGS: [&str; 4] = ["jpg", "jpeg", "png", "webp"];

/// The frames of a folder in the order of their names.
pub(crate) fn frames(folder: &Path) -> Result<Vec<PathBuf>> {
    let name = folder.display();
    let mut frames = Vec::new();
    for entry in std::fs::read_dir(folder).with_context(|| format!("the folder {name} cannot be read"))? {
        let path = entry.with_context(|| format!("the folder {name} cannot be read"))?.path();
        let hidden = path.file_name().is_none_or(|n| n.as_encoded_bytes().starts_with(b"."));
        if !hidden && is_picture(&path) && path.is_file() {
            frames.push(path);
        }
    }
    if frames.is_empty() {
        bail!("there are no pictures in {name}; it needs files whose names end in .jpg, .jpeg, .png or .webp");
    }
    frames.sort_by(|a, b| natural(&a.to_string_lossy(), &b.to_string_lossy()).then_with(|| a.cmp(b)));
    Ok(frames)
}

/// Whether a file's name is that of a picture.
pub(crate) fn is_picture(path: &Path) -> bool {
    path.extension().is_some_and(|e| ENDINGS.iter().any(|ending| e.eq_ignore_ascii_case(ending)))
}

/// Compares names as people do: runs of digits by their value, so frame2 comes before frame10.
fn natural(a: &str, b: &str) -> Ordering {
    let (mut a, mut b) = (a, b);
    loop {
        let (Some(x), Some(y)) = (a.chars().next(), b.chars().next()) else { return a.len().cmp(&b.len()) };
        if x.is_ascii_digit() && y.is_ascii_digit() {
            let (m, n) = (digits(a), digits(b));
            let (p, q) = (a[..m].trim_start_matches('0'), b[..n].trim_start_matches('0'));
            // Without leading zeros the longer number is the larger, and numbers may be of any length.
            let order = p.len().cmp(&q.len()).then_with(|| p.cmp(q));
            if order != Ordering::Equal {
                return order;
            }
            (a, b) = (&a[m..], &b[n..]);
        } else if x == y {
            (a, b) = (&a[x.len_utf8()..], &b[y.len_utf8()..]);
        } else {
            return x.cmp(&y);
        }
    }
}

fn digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_names_count_as_numbers() {
        let sorted = ["a", "frame1.jpg", "frame2.jpg", "frame010.jpg", "frame11.jpg", "frame99999999999999999999999.jpg", "frames", "é1", "é2"];
        for (i, a) in sorted.iter().enumerate() {
            for (j, b) in sorted.iter().enumerate() {
                assert_eq!(natural(a, b), i.cmp(&j), "{a} {b}");
            }
        }
        assert_eq!(natural("x01", "x1"), Ordering::Equal, "the paths themselves decide");
    }
}
