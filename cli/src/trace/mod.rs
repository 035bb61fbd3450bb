//! `selfmoji trace`: a film of how each frame of a video becomes an emoji.

mod animation;
pub(crate) mod args;
mod ffmpeg;
mod film;
pub(crate) mod folder;
mod history;
mod page;
mod ppm;
mod rate;
pub(crate) mod source;
mod tally;
mod video;

use crate::args::usage;
use crate::failure::Failure;
use crate::{batch, load, targets};
use anyhow::{Result, anyhow, bail};
use args::TraceArgs;
use film::{Film, Format};
use history::History;
use indicatif::ProgressBar;
use page::{Page, Painter, Pictures};
use selfmoji::kind::Kind;
use selfmoji::live::{Frame, Live, LiveOptions};
use selfmoji::photo::Photo;
use selfmoji::studio::{Avatar, Reading, Studio, Style};
use source::{Shot, Source};
use std::time::{Duration, Instant};
use tally::Tally;

pub(crate) fn run(args: &TraceArgs) -> Result<bool> {
    let format = Format::of(&args.output).map_err(|message| usage("trace", message))?;
    load::spare(&args.style, [&args.output])?;
    film::check(&args.output)?;
    let source = Source::open(&args.video, args.fps, args.every)?;
    targets::spare(&source.files(&args.video), [&args.output]).map_err(|message| anyhow!(message))?;
    let (studio, style) = load::studio_and_style(&args.models, &args.style)?;
    let mut run = Run::new(args, &source, &studio, &style)?;
    let film = Film::begin(&args.output, format, page::SIZE, source.rate())?;
    let bar = batch::bar(run.total.unwrap_or(args.max_frames as usize), "frames");
    let result = run.go(source, film, &bar);
    bar.finish_and_clear();
    result?;
    batch::print(&run.tally.text(&args.output, run.rate))?;
    Ok(run.tally.unreadable == 0)
}

/// What lasts from the first frame to the last.
struct Run<'a> {
    args: &'a TraceArgs,
    studio: &'a Studio,
    style: &'a Style,
    kind: Kind,
    rate: rate::Rate,
    /// Frames the film will have, where that is known.
    total: Option<usize>,
    live: Live,
    history: History,
    tally: Tally,
    painter: Painter,
}

impl<'a> Run<'a> {
    fn new(args: &'a TraceArgs, source: &Source, studio: &'a Studio, style: &'a Style) -> Result<Self> {
        let Some(kind) = Kind::from_name(&args.kind) else { bail!("there is no part kind {}", args.kind) };
        let total = source.frames().map(|n| n.min(args.max_frames as usize));
        let (live, history, tally) = (Live::new(LiveOptions::default()), History::default(), Tally::default());
        Ok(Self { args, studio, style, kind, rate: source.rate(), total, live, history, tally, painter: Painter::default() })
    }

    fn go(&mut self, mut source: Source, mut film: Film, bar: &ProgressBar) -> Result<()> {
        while let Some(shot) = source.next()? {
            if self.history.moments.len() == self.args.max_frames as usize {
                self.tally.cut_short = true;
                break;
            }
            film = film.add(&self.frame(&shot, bar)?)?;
            bar.inc(1);
        }
        match (self.history.moments.len(), self.tally.unreadable, self.tally.faceless) {
            (0, ..) => bail!("{} has no frames", self.args.video.display()),
            (all, unreadable, faceless) if unreadable + faceless == all => bail!(
                "{}: no face was found in any of its {all} frames, so there is no film; {}",
                self.args.video.display(),
                self.tally.first_reason.as_deref().unwrap_or("look at it with another program")
            ),
            _ => film.finish(),
        }
    }

    /// One frame: read alone and in the live sequence, taken down, and drawn.
    fn frame(&mut self, shot: &Shot, bar: &ProgressBar) -> Result<image::RgbImage> {
        let photo = match &shot.photo {
            Ok(photo) => photo,
            Err(failure) => {
                self.tally.unreadable(failure);
                let file = shot.file.as_deref().unwrap_or(&self.args.video);
                bar.suspend(|| batch::complain(file, failure));
                return self.draw(None, None, None, None, Some(&failure.message));
            }
        };
        let start = Instant::now();
        let alone = self.studio.read(photo).map(|reading| (reading.avatar(self.style), reading));
        self.tally.alone_took += start.elapsed();
        let start = Instant::now();
        let live = self.live.next(self.studio, self.style, photo, Duration::from_secs_f64(self.rate.time(1)));
        self.tally.live_took += start.elapsed();
        self.tally.read += 1;
        if let Ok((avatar, _)) = &alone {
            self.tally.alone.hear(&avatar.recipe);
        }
        if let Ok(frame) = &live {
            self.tally.live.hear(&frame.avatar.recipe);
        }
        let lost = alone.as_ref().err().map(|error| Failure { kind: error.kind(), message: error.to_string() });
        if let Some(failure) = &lost {
            if ["model", "pack"].contains(&failure.kind) {
                bail!("{}", failure.message);
            }
            self.tally.faceless(failure);
        }
        let why = lost.map(|failure| failure.message);
        let (alone, live) = (alone.ok(), live.ok());
        let trembling = alone.as_ref().map(|(_, reading)| reading);
        if self.args.raw {
            let (avatar, reading) = alone.as_ref().map(|(a, r)| (a, r)).unzip();
            return self.draw(Some(photo), avatar, reading, None, why.as_deref());
        }
        let (avatar, reading) = live.as_ref().map_or((None, None), |Frame { avatar, reading, .. }| (Some(avatar), reading.as_ref()));
        self.draw(Some(photo), avatar, reading, trembling, why.as_deref())
    }

    fn draw(
        &mut self,
        photo: Option<&Photo>,
        avatar: Option<&Avatar>,
        reading: Option<&Reading>,
        alone: Option<&Reading>,
        why: Option<&str>,
    ) -> Result<image::RgbImage> {
        self.history.add(avatar, reading.is_some(), self.kind);
        let page = Page {
            style: self.style,
            kind: self.kind,
            raw: self.args.raw,
            rate: self.rate,
            total: self.total,
            history: &self.history,
            pictures: Pictures { photo, avatar, reading, alone, why },
        };
        self.painter.draw(&page).map_err(|failure| anyhow!(failure.message))
    }
}
