//! One picture of the film: the face, the emoji, what was compared, and below them the choices over time.

mod choices;
mod compared;
mod cosines;
mod outlines;
mod pictures;
mod time;

use super::history::History;
use super::rate::Rate;
use crate::failure::Failure;
use crate::sheet::canvas::Canvas;
use crate::sheet::font::Weight;
use crate::sheet::{fault, theme};
use image::RgbImage;
use selfmoji::easel::Easel;
use selfmoji::kind::Kind;
use selfmoji::photo::Photo;
use selfmoji::studio::{Avatar, Reading, Style};

/// Width and height in pixels.
pub(crate) const SIZE: (u32, u32) = (1280, 720);

const MARGIN: f32 = 20.0;
const GAP: f32 = 16.0;
const PADDING: f32 = 14.0;
/// Side of the face's and of the emoji's picture.
const SIDE: u32 = 280;
/// Where the cards of the upper row begin, and how high they are.
const TOP: f32 = 60.0;
const HIGH: f32 = SIDE as f32 + 2.0 * PADDING + 26.0;
/// The photo's side of a comparison, the drawing's, and one frame's alone.
const SEEN: [u8; 3] = theme::ACCENT;
const DRAWN: [u8; 3] = [0xe0, 0x7b, 0x1a];
const ALONE: [u8; 3] = [0xb9, 0xcd, 0xf3];

/// What a picture is about.
pub(crate) struct Page<'a> {
    pub(crate) style: &'a Style,
    pub(crate) kind: Kind,
    pub(crate) raw: bool,
    pub(crate) rate: Rate,
    /// Frames of the whole film, where that is known.
    pub(crate) total: Option<usize>,
    /// Up to this frame.
    pub(crate) history: &'a History,
    pub(crate) pictures: Pictures<'a>,
}

/// What there is to see in a frame.
pub(crate) struct Pictures<'a> {
    /// `None` where it cannot be read.
    pub(crate) photo: Option<&'a Photo>,
    pub(crate) avatar: Option<&'a Avatar>,
    pub(crate) reading: Option<&'a Reading>,
    /// The frame read by itself, where the other reading is a smoothed one.
    pub(crate) alone: Option<&'a Reading>,
    /// Why there is no reading.
    pub(crate) why: Option<&'a str>,
}

/// Draws pictures, and keeps what helps with the next.
#[derive(Debug)]
pub(crate) struct Painter {
    easel: Easel,
    /// The largest value any comparison had, so that its scale does not jump.
    largest: f32,
}

impl Default for Painter {
    fn default() -> Self {
        Self { easel: Easel::new(), largest: 0.4 }
    }
}

impl Painter {
    pub(crate) fn draw(&mut self, page: &Page<'_>) -> Result<RgbImage, Failure> {
        let mut canvas = Canvas::new(SIZE.0, SIZE.1).ok_or_else(|| fault("there is not enough memory"))?;
        header(&mut canvas, page);
        let wide = SIDE as f32 + 2.0 * PADDING;
        pictures::face(&mut canvas, page, [MARGIN, TOP, wide, HIGH])?;
        pictures::emoji(&mut canvas, page, [MARGIN + wide + GAP, TOP, wide, HIGH], &self.easel)?;
        let left = MARGIN + 2.0 * (wide + GAP);
        compared::draw(&mut canvas, page, [left, TOP, SIZE.0 as f32 - MARGIN - left, HIGH], &mut self.largest);
        let top = TOP + HIGH + GAP;
        time::draw(&mut canvas, page, [MARGIN, top, SIZE.0 as f32 - 2.0 * MARGIN, SIZE.1 as f32 - MARGIN - top]);
        Ok(canvas.finish(SIZE.1 as f32))
    }
}

fn header(canvas: &mut Canvas, page: &Page<'_>) {
    let frame = page.history.moments.len();
    let of = page.total.map_or_else(String::new, |total| format!(" of {total}"));
    let title = format!("Frame {frame}{of}");
    canvas.text(MARGIN, 41.0, 26.0, Weight::Bold, theme::INK, &title);
    let at = MARGIN + canvas.width(&title, 26.0) + 16.0;
    canvas.text(at, 41.0, 19.0, Weight::Plain, theme::QUIET, &format!("{:.2} s", page.rate.time(frame.saturating_sub(1))));
    let manifest = page.style.pack().manifest();
    let how = if page.raw { "each frame by itself" } else { "smoothed over time" };
    let words = canvas.fit(&format!("Style {} {} · {how}", manifest.title, manifest.version), 19.0, 800.0);
    canvas.text_right(SIZE.0 as f32 - MARGIN, 41.0, 19.0, Weight::Plain, theme::QUIET, &words);
}
