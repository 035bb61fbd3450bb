//! Pictures from a pipe, one after the other, as PPM: a line of sizes, then the pixels.

use image::RgbImage;
use std::io::{BufRead, Error, ErrorKind, Read, Result};

/// Largest picture that is taken, in pixels each way. ffmpeg was asked for less.
const MOST: u32 = 4096;

/// The next picture; `None` where there are no more.
pub(crate) fn next(from: &mut impl BufRead) -> Result<Option<RgbImage>> {
    if from.fill_buf()?.is_empty() {
        return Ok(None);
    }
    let wrong = || Error::new(ErrorKind::InvalidData, "its pictures cannot be understood");
    if word(from)? != "P6" {
        return Err(wrong());
    }
    let number = |text: String| text.parse::<u32>().ok().filter(|n| (1..=MOST).contains(n)).ok_or_else(wrong);
    let (width, height, most) = (number(word(from)?)?, number(word(from)?)?, number(word(from)?)?);
    if most != 255 {
        return Err(wrong());
    }
    let mut pixels = vec![0; width as usize * height as usize * 3];
    from.read_exact(&mut pixels)?;
    RgbImage::from_raw(width, height, pixels).map(Some).ok_or_else(wrong)
}

/// The characters up to a space or a line's end, which is taken away as well.
fn word(from: &mut impl Read) -> Result<String> {
    let mut text = String::new();
    let mut byte = [0];
    while text.len() < 8 {
        from.read_exact(&mut byte)?;
        match byte[0] {
            b' ' | b'\n' => break,
            b => text.push(char::from(b)),
        }
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_come_one_after_the_other() {
        let mut bytes = &b"P6\n2 1\n255\nabcdefP6\n1 1\n255\n\n \n"[..];
        assert_eq!(next(&mut bytes).unwrap().unwrap().into_raw(), b"abcdef");
        assert_eq!(next(&mut bytes).unwrap().unwrap().into_raw(), b"\n \n");
        assert!(next(&mut bytes).unwrap().is_none());
    }

    #[test]
    fn nonsense_is_an_error() {
        for bytes in
            [&b"P5\n1 1\n255\nx"[..], b"P6\n1 1\n255\nx", b"P6\n99999 1\n255\n", b"P6\n0 1\n255\n", b"P6\n1 1\n9\nxyz", b"P6\n-1 1\n255\n", b"P6"]
        {
            assert!(next(&mut &*bytes).is_err(), "{bytes:?}");
        }
    }
}
