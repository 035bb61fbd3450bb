//! Edit: everything between an avatar and the next one: changes, the form that offers them, random people, another style.
//!
//! A change makes a new recipe and leaves the old one as it was, so keeping the old recipe is all that undo needs. What comes out always draws.
//!
//! ```
//! use selfmoji::edit::{self, Change};
//! use selfmoji::pack::Pack;
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let pack = Pack::classic()?;
//! let ada = edit::random(&pack, "ada");
//! let changes = ["hair=bob", "hair=copper", "eyes.size=0.4", "glasses=none"].map(|text| Change::parse(&pack, text));
//! let edited = edit::apply(&pack, &ada, &changes.into_iter().collect::<Result<Vec<_>, _>>()?)?;
//! assert_eq!(edited.colours["brow"], "copper", "brows follow the hair");
//! # Ok(())
//! # }
//! ```

mod apply;
mod change;
mod dice;
mod error;
mod form;
mod options;
mod random;
mod restyle;
mod rules;
mod thumbnail;

pub use apply::apply;
pub use change::Change;
pub use error::EditError;
pub use form::{AxisOption, ColourOptions, ExpressionOption, KindOptions, Options, PackInfo, PartOption, SwatchOption, Tab};
pub use options::options;
pub use random::random;
pub use restyle::restyle;
pub use rules::complete;
pub use thumbnail::thumbnail;
