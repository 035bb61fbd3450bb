//! The files of a set, laid out as messengers' apps and sticker makers read them.

use super::limits::{PACK, SIDE};
use super::{Sticker, StickerSet};
use serde_json::{Value, json};

/// What a set is called in the messengers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Naming {
    /// Name of the packs. WhatsApp takes up to 128 characters.
    pub name: String,
    /// Who publishes them. WhatsApp takes up to 128 characters.
    pub publisher: String,
}

impl StickerSet {
    /// All files of the set by their path, `/` between folders:
    ///
    /// - `stickers.json`: every sticker with its id, title, alt text, emoji and file, for any app;
    /// - `whatsapp/contents.json` and a folder for each pack, as WhatsApp's sample apps read them. A pack has 3 to 30 stickers and never both still
    ///   and animated ones, so there can be several;
    /// - `telegram/`: the still stickers, and `emoji.txt`, which says which emoji goes with which, as Telegram's sticker bot asks.
    #[must_use]
    pub fn files(&self, naming: &Naming) -> Vec<(String, Vec<u8>)> {
        let mut files = Vec::new();
        let mut packs = Vec::new();
        for (stickers, moving) in [(&self.still, false), (&self.animated, true)] {
            for (i, pack) in split(stickers).into_iter().enumerate() {
                let folder = format!("{}-{}", if moving { "animated" } else { "still" }, i + 1);
                packs.push(self.whatsapp(&folder, pack, moving, i, naming, &mut files));
            }
        }
        if !packs.is_empty() {
            let contents = json!({ "android_play_store_link": "", "ios_app_store_link": "", "sticker_packs": packs });
            files.push(("whatsapp/contents.json".into(), text(&contents)));
        }
        let mut emoji = String::new();
        let mut index = Vec::new();
        for (i, sticker) in self.still.iter().enumerate() {
            let name = file_name(i, sticker);
            emoji += &format!("{name} {}\n", sticker.emoji.join(""));
            index.push(entry(sticker, &format!("telegram/{name}")));
            files.push((format!("telegram/{name}"), sticker.webp.clone()));
        }
        files.push(("telegram/emoji.txt".into(), emoji.into_bytes()));
        for (i, sticker) in self.animated.iter().enumerate() {
            let name = format!("animated/{}", file_name(i, sticker));
            index.push(entry(sticker, &name));
            files.push((name, sticker.webp.clone()));
        }
        files.push(("stickers.json".into(), text(&json!({ "name": naming.name, "publisher": naming.publisher, "stickers": index }))));
        files
    }

    fn whatsapp(&self, folder: &str, pack: &[Sticker], moving: bool, i: usize, naming: &Naming, files: &mut Vec<(String, Vec<u8>)>) -> Value {
        let mut stickers = Vec::new();
        for (n, sticker) in pack.iter().enumerate() {
            let name = file_name(n, sticker);
            stickers.push(json!({ "image_file": name, "emojis": sticker.emoji, "accessibility_text": sticker.alt }));
            files.push((format!("whatsapp/{folder}/{name}"), sticker.webp.clone()));
        }
        files.push((format!("whatsapp/{folder}/tray.png"), self.tray.clone()));
        let number = if i == 0 { String::new() } else { format!(" {}", i + 1) };
        json!({
            "identifier": folder,
            "name": format!("{}{}{number}", naming.name, if moving { ", moving" } else { "" }),
            "publisher": naming.publisher,
            "tray_image_file": "tray.png",
            "image_data_version": "1",
            "avoid_cache": false,
            "publisher_email": "",
            "publisher_website": "",
            "privacy_policy_website": "",
            "license_agreement_website": "",
            "animated_sticker_pack": moving,
            "stickers": stickers,
        })
    }
}

/// Into packs of a size WhatsApp takes, as even as can be; none where there are too few.
fn split(stickers: &[Sticker]) -> Vec<&[Sticker]> {
    let (fewest, most) = PACK;
    if stickers.len() < fewest {
        return Vec::new();
    }
    let packs = stickers.len().div_ceil(most);
    stickers.chunks(stickers.len().div_ceil(packs)).collect()
}

fn file_name(i: usize, sticker: &Sticker) -> String {
    // Ids are lower-case letters, digits and hyphens.
    format!("{:02}-{}.webp", i + 1, sticker.id)
}

fn entry(sticker: &Sticker, file: &str) -> Value {
    json!({
        "id": sticker.id, "title": sticker.title, "alt": sticker.alt, "emoji": sticker.emoji, "animated": sticker.animated,
        "file": file, "width": SIDE, "height": SIDE, "bytes": sticker.webp.len(),
    })
}

fn text(value: &Value) -> Vec<u8> {
    let mut text = serde_json::to_vec_pretty(value).unwrap_or_default();
    text.push(b'\n');
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packs_have_three_to_thirty_stickers() {
        let one = Sticker { id: "a".into(), title: String::new(), alt: String::new(), emoji: vec![], animated: false, webp: vec![] };
        for (count, expected) in
            [(0, vec![]), (2, vec![]), (3, vec![3]), (30, vec![30]), (31, vec![16, 15]), (32, vec![16, 16]), (61, vec![21, 21, 19])]
        {
            let stickers = vec![one.clone(); count];
            assert_eq!(split(&stickers).into_iter().map(<[_]>::len).collect::<Vec<_>>(), expected, "{count}");
        }
    }
}
