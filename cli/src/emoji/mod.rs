//! Which emoji fit a photo and a text, and which photos fit an emoji.

pub(crate) mod args;
mod assets;
mod find;
mod found_page;
mod labelled;
mod measure;
mod measure_page;
mod precision;
mod sight;
mod suggest;

pub(crate) use find::run as find;
pub(crate) use measure::run as measure;
pub(crate) use suggest::run as suggest;
