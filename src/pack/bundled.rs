//! The packs that are part of the library. A pack that changes becomes a new version; the old one stays beside it, for the recipes made with it.

use super::source::{Place, Source};
use super::{Pack, PackError};
use crate::recipe::Recipe;
use include_dir::{Dir, include_dir};

static TEMPLATES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/templates");

/// Folder of the versions that newer ones have taken the place of, each as `NAME@VERSION`.
const PAST: &str = "past";

impl Pack {
    /// The names of the packs that are part of the library, and after them those of their former versions, as `name@version`.
    #[must_use]
    pub fn bundled_names() -> Vec<&'static str> {
        let names = |dir: &'static Dir<'static>| dir.dirs().filter_map(|d| d.path().file_name()?.to_str());
        let past = TEMPLATES.get_dir(PAST).into_iter().flat_map(names);
        names(&TEMPLATES).filter(|n| *n != PAST).chain(past).collect()
    }

    /// A pack that is part of the library, by a name of [`Pack::bundled_names`]: `classic`, or `classic@1.0.0` for a former version.
    ///
    /// # Errors
    ///
    /// [`PackError::NotBundled`] where there is none of that name.
    pub fn bundled(name: &str) -> Result<Self, PackError> {
        let not = || PackError::NotBundled { name: name.escape_debug().to_string(), known: Self::bundled_names().join(", ") };
        let known = Self::bundled_names().into_iter().find(|n| *n == name).ok_or_else(not)?;
        let folder = TEMPLATES.get_dir(known).or_else(|| TEMPLATES.get_dir(format!("{PAST}/{known}")));
        Self::load(&Source::new(Place::Bundled(folder.ok_or_else(not)?)))
    }

    /// The pack `classic`, which is part of the library.
    ///
    /// # Errors
    ///
    /// [`PackError`] if the library was built from a damaged pack.
    pub fn classic() -> Result<Self, PackError> {
        Self::bundled("classic")
    }

    /// The bundled pack that a recipe was made with, in the very version.
    ///
    /// # Errors
    ///
    /// [`PackError::NotBundled`] where no bundled pack has that name, [`PackError::OtherPack`] where none of them has that version.
    pub fn bundled_for(recipe: &Recipe) -> Result<Self, PackError> {
        let former = format!("{}@{}", recipe.pack, recipe.version);
        let pack = Self::bundled(if Self::bundled_names().contains(&former.as_str()) { &former } else { &recipe.pack })?;
        pack.is_that_of(recipe)?;
        Ok(pack)
    }
}
