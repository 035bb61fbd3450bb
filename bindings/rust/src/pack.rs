//! Style packs: drawing, editing, stickers.

use crate::progress::{ProgressListener, teller};
use crate::{Change, EditOptions, PackInfo, Recipe, SelfmojiError, Sticker, StickerFile, StickerSet, StickersWanted, numbers};
use selfmoji::{compose, edit, pack, picture, sticker};
use std::sync::Arc;

/// A style pack: its drawings, checked. Load it once and share it between threads. Drawing 512 pixels takes about 4 ms on a desktop core, so draw off
/// the UI thread.
#[derive(Debug, uniffi::Object)]
pub struct Pack(pub(crate) Arc<pack::Pack>);

/// The names of the packs that are part of the library, `classic` among them; after them those of their former versions, as `name@version`.
#[uniffi::export]
pub fn bundled_pack_names() -> Result<Vec<String>, SelfmojiError> {
    Ok(pack::Pack::bundled_names().into_iter().map(str::to_owned).collect())
}

#[uniffi::export]
impl Pack {
    /// A pack that is part of the library, by one of the bundled packs' names.
    ///
    /// Throws the case Pack where there is none of that name.
    #[uniffi::constructor(default(name = "classic"))]
    pub fn bundled(name: String) -> Result<Arc<Self>, SelfmojiError> {
        Self::of(pack::Pack::bundled(&name)?)
    }

    /// The pack of the library that a recipe was made with, in the very version.
    ///
    /// Throws Pack where none has that name, OtherPack where none of them has that version.
    #[uniffi::constructor]
    pub fn bundled_for(recipe: Recipe) -> Result<Arc<Self>, SelfmojiError> {
        Self::of(pack::Pack::bundled_for(&recipe.theirs()?)?)
    }

    /// Loads a pack from a folder or a zip file. It is checked, so it may come from anywhere.
    ///
    /// Throws the case Pack, whose message names the file and line of the first thing that is wrong.
    #[uniffi::constructor]
    pub fn open(path: String) -> Result<Arc<Self>, SelfmojiError> {
        Self::of(pack::Pack::open(path)?)
    }

    /// Loads a pack from the bytes of a zip file, for instance an app's own asset. The bytes are not copied.
    ///
    /// Throws the case Pack.
    #[uniffi::constructor]
    pub fn from_zip(zip: &[u8]) -> Result<Arc<Self>, SelfmojiError> {
        Self::of(pack::Pack::from_zip(zip)?)
    }

    /// Loads a pack from the bytes of a zip file, with embeddings that a studio built and the app has kept.
    ///
    /// Throws the case Pack. Whether the embeddings belong to the drawings is seen when the pack is prepared for matching.
    #[uniffi::constructor]
    pub fn with_embeddings(zip: &[u8], embeddings: String) -> Result<Arc<Self>, SelfmojiError> {
        Self::of(pack::Pack::from_zip(zip)?.with_embeddings(embeddings.into_bytes())?)
    }

    /// Its name, version, title, licence and author.
    pub fn info(&self) -> Result<PackInfo, SelfmojiError> {
        let manifest = self.0.manifest();
        Ok(PackInfo {
            name: manifest.name.clone(),
            version: manifest.version.to_string(),
            title: manifest.title.clone(),
            licence: manifest.licence.clone(),
            author: manifest.author.clone(),
        })
    }

    /// The picture of a recipe as a PNG file without metadata, `size` pixels each way (1 to 4096), with a transparent background. The same bytes on
    /// every platform.
    ///
    /// Throws OtherPack, Recipe and Picture.
    pub fn png(&self, recipe: Recipe, size: i32) -> Result<Vec<u8>, SelfmojiError> {
        Ok(picture::png(&self.svg(recipe, size)?, numbers::size(size)?)?)
    }

    /// The same as a lossless WebP file.
    ///
    /// Throws OtherPack, Recipe and Picture.
    pub fn webp(&self, recipe: Recipe, size: i32) -> Result<Vec<u8>, SelfmojiError> {
        Ok(picture::webp(&self.svg(recipe, size)?, numbers::size(size)?)?)
    }

    /// The same as pixels: straight (not premultiplied) RGBA, row by row, 4 bytes a pixel.
    ///
    /// Throws OtherPack, Recipe and Picture.
    pub fn rgba(&self, recipe: Recipe, size: i32) -> Result<Vec<u8>, SelfmojiError> {
        Ok(picture::render(&self.svg(recipe, size)?, numbers::size(size)?)?.into_raw())
    }

    /// The same as an SVG file, which any size can be drawn from.
    ///
    /// Throws OtherPack, Recipe and Picture.
    pub fn svg(&self, recipe: Recipe, size: i32) -> Result<String, SelfmojiError> {
        Ok(compose::svg(&self.0, &recipe.theirs()?, numbers::size(size)?)?)
    }

    /// A short English description of what is drawn, for screen readers: "Emoji of a person laughing; hair: bob, dark brown; glasses: round".
    ///
    /// Throws OtherPack and Recipe.
    pub fn alt_text(&self, recipe: Recipe) -> Result<String, SelfmojiError> {
        let recipe = recipe.theirs()?;
        compose::check(&self.0, &recipe)?;
        Ok(compose::describe(&self.0, &recipe))
    }

    /// Everything that can be changed about a recipe, to make an editor's form from.
    ///
    /// Throws OtherPack and Recipe.
    pub fn edit_options(&self, recipe: Recipe) -> Result<EditOptions, SelfmojiError> {
        Ok(edit::options(&self.0, &recipe.theirs()?)?.into())
    }

    /// A changed copy of a recipe: all changes are made or none. What the pack's colours have to do with each other is kept.
    ///
    /// Throws Edit where a change cannot be made, OtherPack and Recipe.
    pub fn edit(&self, recipe: Recipe, changes: Vec<Change>) -> Result<Recipe, SelfmojiError> {
        let changes: Vec<edit::Change> = changes.into_iter().map(Into::into).collect();
        Ok((&edit::apply(&self.0, &recipe.theirs()?, &changes)?).into())
    }

    /// What a change would look like, cropped to where it shows: a PNG file, `size` pixels each way (1 to 4096).
    ///
    /// Throws Edit where the change cannot be made, OtherPack, Recipe and Picture.
    pub fn thumbnail(&self, recipe: Recipe, change: Change, size: i32) -> Result<Vec<u8>, SelfmojiError> {
        let size = numbers::size(size)?;
        Ok(picture::png(&edit::thumbnail(&self.0, &recipe.theirs()?, &change.into(), size)?, size)?)
    }

    /// A person that nobody is: always the same for the same seed, on every platform.
    pub fn random(&self, seed: String) -> Result<Recipe, SelfmojiError> {
        Ok((&edit::random(&self.0, &seed)).into())
    }

    /// The same person in another style: for each part the one of the other pack that is most alike.
    ///
    /// Throws OtherPack and Recipe.
    pub fn restyle(&self, recipe: Recipe, to: &Pack) -> Result<Recipe, SelfmojiError> {
        let recipe = recipe.theirs()?;
        compose::check(&self.0, &recipe)?;
        Ok((&edit::restyle(&self.0, &recipe, &to.0)).into())
    }

    /// A still sticker: WebP of 512 pixels each way with a white line around, at most 100,000 bytes.
    ///
    /// Throws Recipe where the pack has no such expression, OtherPack and Picture.
    pub fn sticker(&self, recipe: Recipe, expression: String) -> Result<Sticker, SelfmojiError> {
        Ok(sticker::still(&self.0, &recipe.theirs()?, &expression)?.into())
    }

    /// A sticker that moves, for expressions that do: WebP of 512 pixels each way, at most 500,000 bytes, looping for ever. Up to a second of work.
    ///
    /// Throws Picture where the expression does not move, Recipe where the pack has no such expression, and OtherPack.
    pub fn animated_sticker(&self, recipe: Recipe, expression: String) -> Result<Sticker, SelfmojiError> {
        Ok(sticker::animated(&self.0, &recipe.theirs()?, &expression)?.into())
    }

    /// Many stickers at once, on up to 4 threads of its own; some seconds for all, of which `progress` is told.
    ///
    /// Throws Cancelled, and what sticker throws.
    #[uniffi::method(default(progress = None))]
    pub fn stickers(&self, recipe: Recipe, wanted: StickersWanted, progress: Option<Arc<dyn ProgressListener>>) -> Result<StickerSet, SelfmojiError> {
        Ok(sticker::set(&self.0, &recipe.theirs()?, &wanted.into(), &mut teller(progress))?.into())
    }

    /// The same as files, laid out as messengers' apps and sticker makers read them: `stickers.json`, `whatsapp/`, `telegram/`. `name` and
    /// `publisher` are what the messengers show, up to 128 characters each.
    ///
    /// Throws as stickers does.
    #[uniffi::method(default(progress = None))]
    pub fn sticker_files(
        &self,
        recipe: Recipe,
        wanted: StickersWanted,
        name: String,
        publisher: String,
        progress: Option<Arc<dyn ProgressListener>>,
    ) -> Result<Vec<StickerFile>, SelfmojiError> {
        let set = sticker::set(&self.0, &recipe.theirs()?, &wanted.into(), &mut teller(progress))?;
        Ok(set.files(&sticker::Naming { name, publisher }).into_iter().map(|(path, bytes)| StickerFile { path, bytes }).collect())
    }
}

impl Pack {
    fn of(pack: pack::Pack) -> Result<Arc<Self>, SelfmojiError> {
        Ok(Arc::new(Self(Arc::new(pack))))
    }
}
