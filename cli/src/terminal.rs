//! Text that anyone may have written, as it may be shown on a terminal.

use selfmoji::pack::unprintable;

/// On one line.
pub(crate) fn line(text: &str) -> String {
    text.chars().map(|c| if unprintable(c) { c.escape_unicode().to_string() } else { c.into() }).collect()
}

/// On as many lines as it has.
pub(crate) fn text(text: &str) -> String {
    text.split('\n').map(line).collect::<Vec<_>>().join("\n")
}
