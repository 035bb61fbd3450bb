//! Small pictures of one window of the canonical frame: of the photo, of the class map, of a drawing.

use super::windows::Window;
use super::{classes, fault, theme};
use crate::failure::Failure;
use image::RgbImage;
use selfmoji::frame::{self, CanonicalFrame, Point, Similarity};
use selfmoji::pack::Pack;
use selfmoji::parse::ClassMap;
use selfmoji::photo::Photo;
use selfmoji::picture;
use selfmoji::recipe::Recipe;
use selfmoji::studio::Style;
use tiny_skia::{Color, ColorU8, FilterQuality, Pixmap, PixmapPaint, Transform};

/// The whole frame.
pub(crate) const WHOLE: Window = Window { left: 0.0, top: 0.0, side: 1.0 };
/// Samples per pixel and axis where a map is shown larger or smaller.
const SAMPLES: u32 = 4;

/// The photo.
pub(crate) fn photo(photo: &Photo, frame: &CanonicalFrame, window: Window, side: u32) -> Result<Pixmap, Failure> {
    let to_photo = to_frame(window, side).then(&frame.unit_to_photo());
    opaque(&CanonicalFrame::cut_by(photo.rgb(), to_photo, side).rgb)
}

/// The class map, in the classes' colours laid over `under` with a strength of 0 to 1.
pub(super) fn map(map: &ClassMap, window: Window, under: Option<&Pixmap>, strength: f32, side: u32) -> Result<Pixmap, Failure> {
    let palette = classes::palette();
    let mut tile = pixmap(side, side)?;
    let to_cells = to_frame(window, side * SAMPLES).then(&Similarity::scale_then_shift(map.side() as f64, 0.0, 0.0));
    let base = |i: usize| under.and_then(|u| u.pixels().get(i)).map_or(theme::TILE, |p| [p.red(), p.green(), p.blue()]);
    for y in 0..side {
        for x in 0..side {
            let i = (y * side + x) as usize;
            let below = base(i);
            let mut sum = [0.0f32; 3];
            for s in 0..SAMPLES * SAMPLES {
                let at = Point::new((x * SAMPLES + s % SAMPLES) as f32 + 0.5, (y * SAMPLES + s / SAMPLES) as f32 + 0.5);
                let cell = to_cells.apply(at);
                let class = map.at(cell.x.floor() as isize, cell.y.floor() as isize);
                let over = palette[usize::from(class)];
                for c in 0..3 {
                    let below = f32::from(below[c]);
                    sum[c] += over.map_or(below, |over| below + (f32::from(over[c]) - below) * strength);
                }
            }
            let [r, g, b] = sum.map(|v| (v / (SAMPLES * SAMPLES) as f32).round() as u8);
            tile.pixels_mut()[i] = ColorU8::from_rgba(r, g, b, 255).premultiply();
        }
    }
    Ok(tile)
}

/// A drawing, where the pack's canvas lies in the frame.
pub(super) fn drawing(style: &Style, recipe: &Recipe, window: Window, side: u32) -> Result<Pixmap, Failure> {
    let pack = style.pack();
    let to_tile = canvas_to_frame(pack).then(&to_frame(window, side).inverse());
    let canvas = f64::from(pack.manifest().canvas);
    // Drawn twice as large as it is shown, so that placing it between pixels does not blur it.
    let drawn = ((canvas * to_tile.scale() * 2.0).ceil() as u32).clamp(1, picture::MAX_SIZE);
    let svg = style.svg(recipe, drawn)?;
    let pixels = picture::render(&svg, drawn)?;
    let placed = Similarity::scale_then_shift(canvas / f64::from(drawn), 0.0, 0.0).then(&to_tile);
    let mut tile = pixmap(side, side)?;
    tile.fill(solid(theme::TILE));
    let paint = PixmapPaint { quality: FilterQuality::Bilinear, ..PixmapPaint::default() };
    tile.draw_pixmap(0, 0, straight(&pixels)?.as_ref(), &paint, transform(&placed), None);
    Ok(tile)
}

/// The emoji as large as the tile.
pub(super) fn emoji(style: &Style, recipe: &Recipe, side: u32) -> Result<Pixmap, Failure> {
    let pixels = picture::render(&style.svg(recipe, side)?, side)?;
    let mut tile = pixmap(side, side)?;
    tile.fill(solid(theme::TILE));
    tile.draw_pixmap(0, 0, straight(&pixels)?.as_ref(), &PixmapPaint::default(), Transform::identity(), None);
    Ok(tile)
}

/// A picture without transparency.
pub(crate) fn opaque(picture: &RgbImage) -> Result<Pixmap, Failure> {
    let mut tile = pixmap(picture.width(), picture.height())?;
    for (to, from) in tile.pixels_mut().iter_mut().zip(picture.pixels()) {
        let [r, g, b] = from.0;
        *to = ColorU8::from_rgba(r, g, b, 255).premultiply();
    }
    Ok(tile)
}

pub(crate) fn straight(picture: &image::RgbaImage) -> Result<Pixmap, Failure> {
    let mut tile = pixmap(picture.width(), picture.height())?;
    for (to, from) in tile.pixels_mut().iter_mut().zip(picture.pixels()) {
        let [r, g, b, a] = from.0;
        *to = ColorU8::from_rgba(r, g, b, a).premultiply();
    }
    Ok(tile)
}

fn pixmap(width: u32, height: u32) -> Result<Pixmap, Failure> {
    Pixmap::new(width, height).ok_or_else(|| fault("a picture on it has no size"))
}

fn solid([r, g, b]: [u8; 3]) -> Color {
    Color::from_rgba8(r, g, b, 255)
}

/// From a tile's pixels to the frame's unit coordinates.
fn to_frame(window: Window, side: u32) -> Similarity {
    Similarity::scale_then_shift(f64::from(window.side) / f64::from(side), f64::from(window.left), f64::from(window.top))
}

/// From a pack's canvas to the frame's unit coordinates: the manifest says where its eyes and mouth sit.
fn canvas_to_frame(pack: &Pack) -> Similarity {
    let marks = &pack.manifest().landmarks;
    let drawn = [marks.right_eye, marks.left_eye, marks.mouth].map(|[x, y]| Point::new(x, y));
    Similarity::fit(&drawn, &[frame::RIGHT_EYE, frame::LEFT_EYE, frame::MOUTH]).unwrap_or(Similarity::IDENTITY)
}

fn transform(s: &Similarity) -> Transform {
    Transform::from_row(s.a as f32, s.b as f32, -s.b as f32, s.a as f32, s.tx as f32, s.ty as f32)
}
