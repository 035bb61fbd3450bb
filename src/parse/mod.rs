//! Parse: the class map of a face. A BiSeNet says for every pixel of the canonical frame what it shows, and its small heads what the whole shows.

mod answers;
mod class;
mod class_map;
mod parser;
mod settle;
mod tidy;
mod upsample;

pub use answers::Answers;
pub(crate) use class::PartClass;
pub use class::{CLASS_COUNT, Class};
pub use class_map::ClassMap;
pub use parser::{FaceParser, ParseError, Parsed};
