//! Parts: the windows through which each part kind is seen, the same for photos and for drawings.

mod crop;
mod pixels;
mod view;

pub use crop::Crop;
pub use view::View;
