//! A set of stickers: many expressions at once, on all cores.

use super::{Sticker, StickerError, animated, expression, outline, still};
use crate::pack::Pack;
use crate::recipe::Recipe;
use std::num::NonZero;
use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering::Relaxed};
use std::sync::mpsc;

/// What a set is to hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// Expressions in the order wanted; all of the pack's where empty.
    pub expressions: Vec<String>,
    /// Also animated stickers, of those expressions that move. Default: true.
    pub animated: bool,
}

impl Default for Wanted {
    fn default() -> Self {
        Self { expressions: Vec::new(), animated: true }
    }
}

/// A person's stickers.
#[derive(Debug, Clone)]
pub struct StickerSet {
    /// Still stickers, in the order of the expressions.
    pub still: Vec<Sticker>,
    /// Animated stickers, in the same order.
    pub animated: Vec<Sticker>,
    /// The icon that stands for the set: PNG, [`super::limits::TRAY_SIDE`] pixels each way.
    pub tray: Vec<u8>,
}

/// Makes a set on as many threads as the machine has cores, up to 4 (memory: about 25 MB each). `progress` is called on the caller's thread with how
/// many of how many are done; it stops the work by [`ControlFlow::Break`].
///
/// # Errors
///
/// [`StickerError`] of the first sticker that fails; [`StickerError::Cancelled`].
pub fn set(
    pack: &Pack,
    recipe: &Recipe,
    wanted: &Wanted,
    progress: &mut dyn FnMut(usize, usize) -> ControlFlow<()>,
) -> Result<StickerSet, StickerError> {
    let jobs = jobs(pack, wanted)?;
    let (next, stop) = (AtomicUsize::new(0), AtomicBool::new(false));
    let (send, receive) = mpsc::channel();
    let threads = std::thread::available_parallelism().map_or(1, NonZero::get).min(4);
    let mut made: Vec<Option<Sticker>> = jobs.iter().map(|_| None).collect();
    std::thread::scope(|scope| {
        for _ in 0..threads {
            let (send, next, stop, jobs) = (send.clone(), &next, &stop, &jobs);
            scope.spawn(move || {
                while !stop.load(Relaxed) {
                    let index = next.fetch_add(1, Relaxed);
                    let Some(&(id, moving)) = jobs.get(index) else { break };
                    let sticker = if moving { animated(pack, recipe, id) } else { still(pack, recipe, id) };
                    // Nobody listens any more once the set has failed.
                    let _ = send.send((index, sticker));
                }
            });
        }
        drop(send);
        let mut done = 0;
        for (index, sticker) in receive {
            done += 1;
            let go_on = progress(done, jobs.len());
            match sticker {
                Ok(sticker) if go_on.is_continue() => made[index] = Some(sticker),
                Ok(_) => {
                    stop.store(true, Relaxed);
                    return Err(StickerError::Cancelled);
                }
                Err(error) => {
                    stop.store(true, Relaxed);
                    return Err(error);
                }
            }
        }
        Ok(())
    })?;
    let (animated, still): (Vec<Sticker>, Vec<Sticker>) = made.into_iter().flatten().partition(|s| s.animated);
    Ok(StickerSet { still, animated, tray: tray(pack, recipe)? })
}

fn jobs<'a>(pack: &'a Pack, wanted: &'a Wanted) -> Result<Vec<(&'a str, bool)>, StickerError> {
    let list = &pack.manifest().expressions.list;
    if list.is_empty() {
        return Err(StickerError::NoExpressions { pack: pack.manifest().name.clone() });
    }
    let mut jobs = Vec::new();
    let all: Vec<&str> = if wanted.expressions.is_empty() {
        list.iter().map(|e| e.id.as_str()).collect()
    } else {
        wanted.expressions.iter().map(String::as_str).collect()
    };
    for id in all {
        let found = expression(pack, id)?;
        for job in std::iter::once((id, false)).chain((wanted.animated && !found.animate.is_empty()).then_some((id, true))) {
            if !jobs.contains(&job) {
                jobs.push(job);
            }
        }
    }
    Ok(jobs)
}

fn tray(pack: &Pack, recipe: &Recipe) -> Result<Vec<u8>, StickerError> {
    let neutral = Recipe { expression: "neutral".into(), ..recipe.clone() };
    let icon = outline::tray(&super::frame(pack, &neutral, 0.0)?);
    Ok(crate::picture::encoded(&icon, image::ImageFormat::Png)?)
}
