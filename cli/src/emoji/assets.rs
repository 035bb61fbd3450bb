//! Loading what emoji are ranked with: words, concepts, sets.

use super::args::AssetArgs;
use crate::{load, photos};
use anyhow::{Context, Result, anyhow};
use selfmoji::emoji::{Concepts, EmojiSet, SkinTone, Words};
use selfmoji::pack::Pack;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Largest file of words or concepts, in bytes.
const MOST_BYTES: usize = 256 << 20;
/// Largest emoji set, in bytes. The library has the same limit and says so, too.
const MOST_SET: usize = 32 << 20;

/// The word list: the built-in one, or a folder's.
pub(super) fn words(args: &AssetArgs) -> Result<Arc<Words>> {
    let words = match &args.assets {
        Some(folder) => {
            let file = folder.join("words.bin");
            Words::load(read(&file)?).with_context(|| file.display().to_string())?
        }
        None => Words::bundled()?,
    };
    Ok(Arc::new(words))
}

/// The concepts: the built-in ones, or a folder's. Loading them takes time, so only where photos are looked at.
pub(super) fn concepts(args: &AssetArgs) -> Result<Concepts> {
    let Some(folder) = &args.assets else { return Ok(Concepts::bundled()?) };
    let (network, list) = (read(&folder.join("concepts.onnx"))?, read(&folder.join("concepts.bin"))?);
    Concepts::load(&network, &list).with_context(|| folder.display().to_string())
}

/// The files that are read in place of what is built in.
pub(super) fn files(sets: &[PathBuf], args: &AssetArgs) -> Vec<PathBuf> {
    let assets = args.assets.iter().flat_map(|folder| ["words.bin", "concepts.onnx", "concepts.bin"].map(|name| folder.join(name)));
    sets.iter().cloned().chain(assets).collect()
}

/// The sets that were named, joined, in an avatar's skin tone.
pub(super) fn sets(names: &[PathBuf], like: Option<&Path>) -> Result<EmojiSet> {
    let sets = names.iter().map(|name| set(name)).collect::<Result<Vec<_>>>()?;
    let set = match sets.as_slice() {
        [one] => one.clone(),
        several => EmojiSet::joined(several)?,
    };
    Ok(match like.map(tone).transpose()? {
        Some(tone) => set.in_tone(tone),
        None => set,
    })
}

fn set(name: &Path) -> Result<EmojiSet> {
    match name.to_str() {
        Some("unicode") => return Ok(EmojiSet::unicode()),
        Some("pictographs") => return Ok(EmojiSet::pictographs()),
        Some("expressions") => return Ok(EmojiSet::expressions(&Pack::classic()?)?),
        _ => {}
    }
    let shown = name.display();
    if !name.exists() {
        return Err(anyhow!("there is no emoji set {shown}; name unicode, pictographs, expressions, or a JSON file"));
    }
    let bytes = photos::read(name, MOST_SET).map_err(|failure| anyhow!("{shown}: {}", failure.message))?;
    let json = String::from_utf8(bytes).map_err(|_| anyhow!("{shown}: this is not text; give a JSON file"))?;
    EmojiSet::from_json(&json).with_context(|| shown.to_string())
}

fn tone(recipe: &Path) -> Result<SkinTone> {
    let context = || recipe.display().to_string();
    let recipe_file = load::recipe(recipe).with_context(context)?;
    let pack = Pack::bundled_for(&recipe_file).with_context(context)?;
    SkinTone::of(&pack, &recipe_file).ok_or_else(|| anyhow!("{}: the recipe names no skin colour that its style has", recipe.display()))
}

fn read(file: &Path) -> Result<Vec<u8>> {
    photos::read(file, MOST_BYTES).map_err(|failure| anyhow!("{}: {}", file.display(), failure.message))
}
