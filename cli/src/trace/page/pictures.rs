//! The face with the outlines of its parts, and the emoji.

use super::{PADDING, Page, SIDE, outlines};
use crate::failure::Failure;
use crate::sheet::canvas::{Canvas, Place};
use crate::sheet::font::Weight;
use crate::sheet::{fault, theme, tiles};
use image::RgbImage;
use image::imageops::{self, FilterType};
use selfmoji::easel::{Easel, EaselError};
use tiny_skia::{Color, Pixmap, PixmapPaint, Transform};

/// How much of a photo without a face is taken back.
const FADED: f32 = 0.6;

pub(super) fn face(canvas: &mut Canvas, page: &Page<'_>, place: Place) -> Result<(), Failure> {
    let pictures = &page.pictures;
    let (x, y) = card(canvas, place);
    let words = match (pictures.photo, pictures.reading) {
        (Some(photo), Some(reading)) => {
            let mut tile = tiles::photo(photo, &reading.frame, tiles::WHOLE, SIDE)?;
            outlines::draw(&mut tile, &reading.map);
            canvas.picture(&tile, x, y, 8.0);
            "Face in its canonical frame".to_owned()
        }
        (Some(photo), None) => {
            canvas.picture(&faded(photo.rgb())?, x, y, 8.0);
            "No face to work with".to_owned()
        }
        (None, _) => {
            canvas.fill([x, y, SIDE as f32, SIDE as f32], 8.0, theme::TILE);
            "This frame cannot be read".to_owned()
        }
    };
    caption(canvas, place, &words, pictures.reading.is_none());
    let Some(why) = pictures.why.filter(|_| pictures.reading.is_none()) else { return Ok(()) };
    let lines = canvas.wrap(why, 17.0, SIDE as f32 - 32.0);
    let high = lines.len().min(6) as f32 * 23.0;
    canvas.fill([x + 8.0, y + SIDE as f32 - high - 24.0, SIDE as f32 - 16.0, high + 16.0], 8.0, theme::WARN_PAPER);
    for (i, line) in lines.iter().take(6).enumerate() {
        canvas.text(x + 16.0, y + SIDE as f32 - high + 1.0 + i as f32 * 23.0, 17.0, Weight::Plain, theme::WARN, line);
    }
    Ok(())
}

pub(super) fn emoji(canvas: &mut Canvas, page: &Page<'_>, place: Place, easel: &Easel) -> Result<(), Failure> {
    let (x, y) = card(canvas, place);
    let mut tile = Pixmap::new(SIDE, SIDE).ok_or_else(|| fault("a picture on it has no size"))?;
    let [r, g, b] = theme::TILE;
    tile.fill(Color::from_rgba8(r, g, b, 255));
    let words = match page.pictures.avatar {
        Some(avatar) => {
            let drawn = easel.draw(page.style.pack(), &avatar.recipe, SIDE).map_err(failed)?;
            tile.draw_pixmap(0, 0, tiles::straight(&drawn)?.as_ref(), &PixmapPaint::default(), Transform::identity(), None);
            if page.pictures.reading.is_some() { "Emoji" } else { "Emoji, kept from before" }
        }
        None => "No emoji",
    };
    canvas.picture(&tile, x, y, 8.0);
    caption(canvas, place, words, page.pictures.reading.is_none());
    Ok(())
}

fn failed(error: EaselError) -> Failure {
    match error {
        EaselError::Pack(error) => error.into(),
        EaselError::Picture(error) => error.into(),
        other => fault(&other.to_string()),
    }
}

/// A card; gives where its picture starts.
fn card(canvas: &mut Canvas, place: Place) -> (f32, f32) {
    canvas.card(place);
    (place[0] + PADDING, place[1] + PADDING)
}

fn caption(canvas: &mut Canvas, [x, y, width, height]: Place, words: &str, warn: bool) {
    let colour = if warn { theme::WARN } else { theme::QUIET };
    canvas.text_middle(x + width / 2.0, y + height - 14.0, 18.0, Weight::Plain, colour, words);
}

/// The whole photo, as large as fits, paler than it is.
fn faded(photo: &RgbImage) -> Result<Pixmap, Failure> {
    let scale = SIDE as f32 / photo.width().max(photo.height()) as f32;
    let [width, height] = [photo.width(), photo.height()].map(|v| ((v as f32 * scale).round() as u32).clamp(1, SIDE));
    let small = imageops::resize(photo, width, height, FilterType::Triangle);
    let mut whole = RgbImage::from_pixel(SIDE, SIDE, image::Rgb(theme::TILE));
    imageops::overlay(&mut whole, &small, i64::from((SIDE - width) / 2), i64::from((SIDE - height) / 2));
    for pixel in whole.pixels_mut() {
        for (v, paper) in pixel.0.iter_mut().zip(theme::TILE) {
            *v = (f32::from(*v) + (f32::from(paper) - f32::from(*v)) * FADED).round() as u8;
        }
    }
    tiles::opaque(&whole)
}
