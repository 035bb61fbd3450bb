//! Hand-drawn class maps, and how much of them the parser gets right.

use crate::failure::Failure;
use crate::photos;
use anyhow::{Result, bail};
use image::{ColorType, GrayImage, ImageFormat, ImageReader, Limits};
use selfmoji::parse::CLASS_COUNT;
use std::io::Cursor;
use std::path::{Path, PathBuf};

/// Classes as people would name them; sides, lips and the like are one.
pub(crate) const POOLS: [(&str, &[u8]); 14] = [
    ("background", &[0, 15, 9]),
    ("skin", &[1]),
    ("nose", &[10]),
    ("glasses", &[6]),
    ("eyes", &[4, 5]),
    ("brows", &[2, 3]),
    ("mouth", &[11]),
    ("lips", &[12, 13]),
    ("hair", &[17]),
    ("headwear", &[18]),
    ("neck", &[14]),
    ("clothes", &[16]),
    ("ears", &[7, 8]),
    ("facial_hair", &[19]),
];
/// The mean is over this many of them, from the first.
pub(crate) const MEAN_OF: usize = 12;

/// The folder of masks, where there is one.
pub(crate) fn folder(asked: Option<&Path>, photos: &Path) -> Result<Option<PathBuf>> {
    match asked {
        Some(folder) if !folder.is_dir() => bail!("{} is no folder; name the one with the masks", folder.display()),
        Some(folder) => Ok(Some(folder.to_owned())),
        None => Ok(Some(photos.join("masks")).filter(|f| f.is_dir())),
    }
}

/// The mask of `people/me.jpg`: `people_me.png` or `people/me.png`.
pub(crate) fn of(masks: &Path, file: &str) -> Option<PathBuf> {
    let path = Path::new(file).with_extension("png");
    let flat = path.to_string_lossy().replace('/', "_");
    [masks.join(flat), masks.join(path)].into_iter().find(|p| p.is_file())
}

/// Reads a mask; `size` is that of its photo, where it is known.
pub(crate) fn read(path: &Path, size: Option<(u32, u32)>) -> Result<GrayImage, Failure> {
    let wrong = |what: String| Failure { kind: "mask", message: format!("its mask {} {what}", path.display()) };
    let limits = selfmoji::photo::Limits::default();
    let bytes = photos::read(path, limits.max_bytes).map_err(|e| wrong(format!("cannot be read: {}", e.message)))?;
    let mut reader = ImageReader::with_format(Cursor::new(bytes), ImageFormat::Png);
    let mut bounds = Limits::default();
    (bounds.max_image_width, bounds.max_image_height, bounds.max_alloc) = (Some(limits.max_side), Some(limits.max_side), Some(limits.max_memory));
    reader.limits(bounds);
    let picture = reader.decode().map_err(|e| wrong(format!("is no PNG that can be read: {e}")))?;
    if picture.color() != ColorType::L8 {
        return Err(wrong("is not 8-bit grey; save it so, with a class index a pixel".into()));
    }
    let mask = picture.into_luma8();
    if let Some((width, height)) = size.filter(|s| *s != mask.dimensions()) {
        return Err(wrong(format!("has {} x {} pixels and the photo {width} x {height}; they must be alike", mask.width(), mask.height())));
    }
    if let Some(value) = mask.iter().find(|v| usize::from(**v) >= CLASS_COUNT) {
        return Err(wrong(format!("has a pixel of value {value}; classes go from 0 to {}", CLASS_COUNT - 1)));
    }
    Ok(mask)
}

/// How often a pixel of one pool was taken for one of another, over all pixels of all photos.
#[derive(Debug, Default)]
pub(crate) struct Overlap {
    pub(crate) photos: usize,
    counts: [[u64; POOLS.len()]; POOLS.len()],
}

impl Overlap {
    /// Adds a photo. Without a class map of it, all is background, which is what a failure gives a user.
    pub(crate) fn add(&mut self, truth: &GrayImage, seen: Option<&GrayImage>) {
        self.photos += 1;
        for (i, &label) in truth.iter().enumerate() {
            let other = seen.and_then(|s| s.as_raw().get(i)).copied().unwrap_or(0);
            self.counts[pool(label)][pool(other)] += 1;
        }
    }

    /// Intersection over union of each pool; 0 for one that neither side has.
    pub(crate) fn iou(&self) -> [f64; POOLS.len()] {
        std::array::from_fn(|i| {
            let both = self.counts[i][i];
            let truth: u64 = self.counts[i].iter().sum();
            let seen: u64 = self.counts.iter().map(|row| row[i]).sum();
            both as f64 / (truth + seen - both).max(1) as f64
        })
    }
}

fn pool(label: u8) -> usize {
    POOLS.iter().position(|(_, classes)| classes.contains(&label)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_class_is_in_one_pool() {
        let all: Vec<u8> = POOLS.iter().flat_map(|(_, classes)| classes.iter().copied()).collect();
        assert_eq!(all.len(), CLASS_COUNT);
        assert_eq!(all.into_iter().collect::<BTreeSet<_>>().len(), CLASS_COUNT);
    }

    #[test]
    fn overlap_is_intersection_over_union() {
        let mut overlap = Overlap::default();
        let truth = GrayImage::from_raw(4, 1, vec![1, 1, 4, 17]).unwrap();
        // An eye on the other side is an eye; one pixel of skin is taken for hair.
        overlap.add(&truth, Some(&GrayImage::from_raw(4, 1, vec![1, 17, 5, 17]).unwrap()));
        let at = |name: &str| POOLS.iter().position(|(n, _)| *n == name).unwrap();
        let iou = overlap.iou();
        assert_eq!([iou[at("skin")], iou[at("eyes")], iou[at("hair")], iou[at("nose")]], [0.5, 1.0, 0.5, 0.0]);
        overlap.add(&truth, None);
        assert_eq!((overlap.photos, overlap.iou()[at("skin")]), (2, 0.25));
    }

    #[test]
    fn masks_are_found_by_both_names() {
        let room = tempfile::tempdir().unwrap();
        assert_eq!(of(room.path(), "people/me.jpg"), None);
        std::fs::create_dir(room.path().join("people")).unwrap();
        for name in ["people/me.png", "people_me.png"] {
            std::fs::write(room.path().join(name), b"").unwrap();
            assert_eq!(of(room.path(), "people/me.jpg"), Some(room.path().join(name)));
        }
    }
}
