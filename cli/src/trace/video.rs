//! A video, decoded by ffmpeg and read frame by frame through a pipe: no frame is kept.

use super::ffmpeg::{self, Ffmpeg, last_words};
use super::ppm;
use super::rate::Rate;
use anyhow::{Context, Result, anyhow, bail};
use image::RgbImage;
use std::ffi::OsString;
use std::io::{BufReader, Read};
use std::path::Path;
use std::process::ChildStdout;

/// Formats that are videos. Others are lists that name further files, or devices.
const FORMATS: &str = "mov,mp4,matroska,webm,avi,mpegts,mpeg,ogg,gif,flv,asf,m4v,h264,hevc,ivf,yuv4mpegpipe,apng";
/// Longest side of a frame, in pixels; larger ones are reduced by ffmpeg.
const LONGEST: u32 = 1280;
/// Rates above this are guesses about videos of varying pace.
const MOST_RATE: u32 = 120;

/// A video that is being read.
pub(crate) struct Video {
    name: String,
    /// Nothing once it has ended.
    running: Option<(Ffmpeg, BufReader<ChildStdout>)>,
    pub(crate) rate: Rate,
    /// How many frames there are, where the file says how long it is.
    pub(crate) frames: Option<usize>,
}

impl Video {
    pub(crate) fn open(path: &Path, fps: Option<u32>) -> Result<Self> {
        let name = path.display().to_string();
        let (own, seconds) = probe(path).with_context(|| name.clone())?;
        let rate = fps.map_or(own, |fps| Rate::new(fps, 1));
        let frames = seconds.map(|s| (s * f64::from(rate.frames) / f64::from(rate.seconds)).round().max(1.0) as usize);
        let mut args = input(path)?;
        // Upright, with square pixels, and no larger than needed.
        let filter = format!(
            "fps={}/{},scale=iw*sar:ih,scale='min({LONGEST},iw)':'min({LONGEST},ih)':force_original_aspect_ratio=decrease,setsar=1",
            rate.frames, rate.seconds
        );
        args.extend(["-map", "0:v:0", "-an", "-sn", "-dn", "-vf", &filter, "-f", "image2pipe", "-c:v", "ppm", "pipe:1"].map(OsString::from));
        let mut ffmpeg = Ffmpeg::start([OsString::from("-loglevel"), "error".into()].into_iter().chain(args), false)?;
        let output = ffmpeg.output().ok_or_else(|| anyhow!("the program ffmpeg has no output"))?;
        Ok(Self { name, running: Some((ffmpeg, BufReader::with_capacity(1 << 16, output))), rate, frames })
    }

    /// The next frame; `None` at the end.
    pub(crate) fn next(&mut self) -> Result<Option<RgbImage>> {
        let Some((_, output)) = &mut self.running else { return Ok(None) };
        let picture = ppm::next(output);
        if let Ok(Some(picture)) = picture {
            return Ok(Some(picture));
        }
        if let Some((ffmpeg, output)) = self.running.take() {
            drop(output);
            let (good, lines) = ffmpeg.finish()?;
            if !good || picture.is_err() {
                bail!("{}: ffmpeg cannot read this video any further; {}", self.name, last_words(&lines));
            }
        }
        Ok(None)
    }
}

/// What comes before the file's name, and the name: nothing but files and pipes is ever opened.
fn input(path: &Path) -> Result<Vec<OsString>> {
    let before = ["-protocol_whitelist", "file,pipe", "-format_whitelist", FORMATS, "-max_pixels", "67108864", "-i"];
    let mut args: Vec<OsString> = before.map(OsString::from).into();
    args.push(ffmpeg::file(path)?);
    Ok(args)
}

/// A video's rate, and its length in seconds where it says so. ffmpeg writes the first frame with a header in which the rate stands.
fn probe(path: &Path) -> Result<(Rate, Option<f64>)> {
    let mut args: Vec<OsString> = vec!["-loglevel".into(), "info".into()];
    args.extend(input(path)?);
    args.extend(["-map", "0:v:0", "-frames:v", "1", "-vf", "scale=16:16", "-pix_fmt", "yuv420p", "-f", "yuv4mpegpipe", "pipe:1"].map(OsString::from));
    let mut ffmpeg = Ffmpeg::start(args, false)?;
    let mut header = Vec::new();
    if let Some(output) = ffmpeg.output() {
        // All of it is a header and 384 bytes.
        output.take(4096).read_to_end(&mut header)?;
    }
    let (good, lines) = ffmpeg.finish()?;
    if !good || header.is_empty() {
        bail!("ffmpeg finds no video in this file; {}", last_words(&lines));
    }
    let line = header.split(|&b| b == b'\n').next().map(String::from_utf8_lossy).unwrap_or_default();
    Ok((rate(&line).unwrap_or(Rate::new(30, 1)), lines.iter().find_map(|line| length(line))))
}

/// The rate in a line like `YUV4MPEG2 W16 H16 F30000:1001 Ip A1:1`.
fn rate(header: &str) -> Option<Rate> {
    let (frames, seconds) = header.split(' ').find_map(|word| word.strip_prefix('F'))?.split_once(':')?;
    let rate = Rate::new(frames.parse().ok()?, seconds.parse().ok()?);
    let believed = rate.seconds > 0 && rate.frames > 0 && u64::from(rate.frames) <= u64::from(MOST_RATE) * u64::from(rate.seconds);
    believed.then_some(rate)
}

/// The seconds in a line like `Duration: 00:01:02.50, start: 0.000000, bitrate: 513 kb/s`.
fn length(line: &str) -> Option<f64> {
    let time = line.strip_prefix("Duration: ")?.split(',').next()?;
    time.split(':').try_fold(0.0, |sum, part| Some(sum * 60.0 + part.parse::<f64>().ok()?)).filter(|s| s.is_finite() && *s > 0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rates_and_lengths_are_read() {
        assert_eq!(rate("YUV4MPEG2 W16 H16 F30000:1001 Ip A0:0 C420jpeg"), Some(Rate::new(30000, 1001)));
        for odd in ["YUV4MPEG2 W16", "YUV4MPEG2 F30", "YUV4MPEG2 F0:1", "YUV4MPEG2 F25:0", "YUV4MPEG2 F90000:1", ""] {
            assert_eq!(rate(odd), None, "{odd}");
        }
        assert_eq!(length("Duration: 01:02:03.50, start: 0.000000, bitrate: 513 kb/s"), Some(3723.5));
        for odd in ["Duration: N/A, bitrate: N/A", "Stream #0:0", "Duration: 00:00:00.00, x"] {
            assert_eq!(length(odd), None, "{odd}");
        }
    }
}
