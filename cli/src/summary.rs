//! What `inspect` prints for people.

use selfmoji::colour::HairColour;
use selfmoji::kind::Kind;
use selfmoji::photo::Photo;
use selfmoji::studio::{Avatar, Reading, Style};
use std::fmt::Write;
use std::path::Path;

/// How many parts of a kind are worth naming.
const BEST: usize = 3;

/// The attributes as titles and values.
pub(crate) fn attributes(reading: &Reading) -> [(&'static str, String); 8] {
    let a = &reading.attributes;
    let fringe = a.fringe.map_or("unknown", |f| if f { "yes" } else { "no" });
    [
        ("Glasses", a.glasses.word().into()),
        ("Headwear", a.headwear.word().into()),
        ("Facial hair", a.facial_hair.word().into()),
        ("Hair length", a.hair_length.word().into()),
        ("Hair colour", hair(a.hair_colour).into()),
        ("Fringe", fringe.into()),
        ("Mouth", a.mouth.word().into()),
        ("Skin tone", format!("Monk {}", a.skin_tone)),
    ]
}

fn hair(colour: Option<HairColour>) -> &'static str {
    match colour {
        None => "unknown",
        Some(HairColour::Black) => "black",
        Some(HairColour::Brown) => "brown",
        Some(HairColour::Blond) => "blond",
        Some(HairColour::Red) => "red",
        Some(HairColour::Grey) => "grey",
    }
}

/// A kind's name as a title: `Facial hair`.
pub(crate) fn title(kind: Kind) -> String {
    let name = kind.name().replace('-', " ");
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A photo's summary, some lines long.
pub(crate) fn text(file: &Path, photo: &Photo, reading: &Reading, style: &Style, avatar: &Avatar) -> String {
    let mut out = String::new();
    let face = reading.faces.main.in_original(photo).face;
    let [x, y, width, height] = [face.x, face.y, face.width, face.height].map(f32::round);
    let (photo_width, photo_height) = photo.original_size();
    let others = reading.faces.others.len();
    let mut line = |title: &str, value: String| {
        // Writing to a string cannot fail.
        let _ = if title.is_empty() { writeln!(out, "{value}") } else { writeln!(out, "  {title:<12}{value}") };
    };
    line("", file.display().to_string());
    line("Photo", format!("{photo_width} x {photo_height} pixels"));
    line("Face", format!("{width} x {height} pixels at {x}, {y}; score {:.2}", reading.faces.main.score));
    if others > 0 {
        line("", format!("              {others} more in the photo, not used"));
    }
    for (title, value) in attributes(reading) {
        line(title, value);
    }
    let manifest = style.pack().manifest();
    line("", format!("  Best parts of {} {} (cosine less missing tags)", manifest.name, manifest.version));
    for kind in Kind::SEEN {
        let ranking = avatar.rankings.get(&kind).filter(|_| reading.shows(kind));
        let Some(ranking) = ranking else {
            line(&title(kind), "none".into());
            continue;
        };
        let best: Vec<String> = ranking.candidates.iter().take(BEST).map(|c| format!("{} {:.2}", c.id, c.score)).collect();
        let tie = if ranking.is_tie() { "  (a tie)" } else { "" };
        line(&title(kind), best.join(", ") + tie);
    }
    out
}
