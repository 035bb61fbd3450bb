//! Skin tone on the 10-step Monk scale (Monk 2019).

use super::lab;

/// The ten tones, lightest first.
pub const MONK: [[u8; 3]; 10] = [
    [0xf6, 0xed, 0xe4],
    [0xf3, 0xe7, 0xdb],
    [0xf7, 0xea, 0xd0],
    [0xea, 0xda, 0xba],
    [0xd7, 0xbd, 0x96],
    [0xa0, 0x7e, 0x56],
    [0x82, 0x5c, 0x43],
    [0x60, 0x41, 0x34],
    [0x3a, 0x31, 0x2a],
    [0x29, 0x24, 0x20],
];

/// Skin lightness in photos (CIELAB, as measured by this crate) at which each tone gives way to the next, light to dark.
///
/// The scale's swatches are lighter, and its darkest darker, than the same skin in a photo, so nearest-swatch would call nearly everybody 4 to 7.
const STEPS: [f32; 9] = [83.7, 75.9, 68.2, 60.5, 52.8, 45.1, 37.4, 29.7, 22.0];

/// The Monk tone, 1 to 10, of a skin colour measured in a photo.
#[must_use]
pub fn monk_tone(skin: [u8; 3]) -> u8 {
    let l = lab(skin).l;
    1 + STEPS.iter().filter(|&&step| l < step).count() as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn darker_skin_never_has_a_lighter_tone() {
        let tones: Vec<u8> = (0..=255).rev().map(|v| monk_tone([v, v, v])).collect();
        assert!(tones.is_sorted());
        assert_eq!((tones[0], tones[255]), (1, 10));
        assert!((1..=10).all(|tone| tones.contains(&tone)), "a tone is never given");
    }

    #[test]
    fn the_scale_itself_runs_from_light_to_dark() {
        // The third tone is as light as the second, only yellower.
        assert!(MONK.windows(2).all(|w| lab(w[1]).l < lab(w[0]).l + 1.5));
    }
}
