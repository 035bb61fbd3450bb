//! What the messengers take. From WhatsApp's sticker guidelines, Telegram's sticker documentation and Apple's Messages guidelines, as of 2026.

/// Width and height of a sticker in pixels: WhatsApp asks for exactly this, Telegram for one side of it.
pub const SIDE: u32 = 512;
/// Largest still sticker in bytes: WhatsApp's 100 KB, the strictest (Telegram takes 512 KB, Messages 500 KB).
pub const STILL_BYTES: usize = 100_000;
/// Largest animated sticker in bytes: WhatsApp's and Messages' 500 KB.
pub const ANIMATED_BYTES: usize = 500_000;
/// Width and height of the tray icon in pixels, WhatsApp.
pub const TRAY_SIDE: u32 = 96;
/// Largest tray icon in bytes, WhatsApp.
pub const TRAY_BYTES: usize = 50_000;
/// Most characters of a still sticker's alt text, WhatsApp.
pub const STILL_ALT: usize = 125;
/// Most characters of an animated sticker's alt text, WhatsApp.
pub const ANIMATED_ALT: usize = 255;
/// Fewest and most stickers of one WhatsApp pack.
pub const PACK: (usize, usize) = (3, 30);
/// White line around the silhouette and free space around that, in pixels: 8 and 16, so that a sticker stands out on any chat background.
pub(super) const OUTLINE: u32 = 8;
pub(super) const MARGIN: u32 = 16;
