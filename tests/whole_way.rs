//! Risk: rooms that each work and do not fit together. A photo's bytes go in, an avatar comes out, the same one every time.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use selfmoji::attributes::{FacialHair, Glasses, HairLength, Headwear, Mouth};
use selfmoji::colour::HairColour;
use selfmoji::kind::Kind;
use selfmoji::pack::Pack;
use selfmoji::parse::Class;
use selfmoji::photo::{Limits, Photo};
use selfmoji::picture;
use selfmoji::recipe::Recipe;
use selfmoji::studio::{Error, Options, Studio, Style};
use std::path::Path;
use std::sync::LazyLock;

static STUDIO: LazyLock<Studio> = LazyLock::new(|| Studio::bundled().unwrap());
static STYLE: LazyLock<Style> = LazyLock::new(|| STUDIO.style(Pack::classic().unwrap()).unwrap());

fn portrait() -> Vec<u8> {
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/portrait.jpg")).unwrap()
}

fn create(photo: &[u8]) -> (String, Vec<u8>) {
    let recipe = STUDIO.create(photo, &STYLE).unwrap().recipe;
    let png = picture::png(&STYLE.svg(&recipe, 256).unwrap(), 256).unwrap();
    (recipe.to_json(), png)
}

#[test]
fn a_selfie_becomes_an_avatar_the_same_every_time_and_on_every_thread() {
    let photo = portrait();
    let first = create(&photo);
    assert_eq!(create(&photo).0, first.0);
    std::thread::scope(|scope| {
        for thread in [(); 4].map(|()| scope.spawn(|| create(&photo))) {
            let (recipe, png) = thread.join().unwrap();
            assert_eq!(recipe, first.0);
            assert!(png == first.1, "the same recipe drew other pixels");
        }
    });
    assert_eq!(Recipe::from_json(&first.0).unwrap().to_json(), first.0);
    let picture = image::load_from_memory(&first.1).unwrap().into_rgba8();
    assert_eq!(picture.dimensions(), (256, 256));
    assert!(picture.get_pixel(128, 150).0[3] == 255 && picture.get_pixel(0, 0).0[3] == 0);
}

/// The portrait shows a smiling woman with teeth showing, short auburn to blond hair with a side-swept fringe, no glasses, no beard, no hat.
#[test]
fn the_portrait_is_read_as_what_it_shows() {
    let reading = STUDIO.read(&Photo::decode(&portrait(), &Limits::default()).unwrap()).unwrap();
    let a = reading.attributes;
    assert_eq!((a.glasses, a.headwear, a.facial_hair), (Glasses::None, Headwear::None, FacialHair::None), "{}", reading.evidence());
    assert_eq!(a.mouth, Mouth::Teeth, "{}", reading.evidence());
    assert!(matches!(a.hair_length, HairLength::Short | HairLength::Medium), "{a:?} {}", reading.evidence());
    assert!(matches!(a.hair_colour, Some(HairColour::Brown | HairColour::Blond | HairColour::Red)), "{a:?} {:?}", reading.colours);
    assert!((1..=6).contains(&a.skin_tone), "{a:?}");

    let avatar = reading.avatar(&STYLE);
    for kind in Kind::SEEN {
        assert_eq!(avatar.recipe.parts.contains_key(&kind), !kind.is_optional(), "{kind}");
        let candidates = &avatar.rankings[&kind].candidates;
        assert_eq!(candidates.len(), STYLE.pack().parts(kind).len(), "{kind}");
        assert!(candidates.is_sorted_by(|a, b| a.score >= b.score), "{kind}");
        assert!(candidates.iter().all(|c| c.cosine.abs() <= 1.001 && c.score <= c.cosine), "{kind}: {candidates:?}");
    }
    let tags = |kind| &STYLE.pack().part(kind, &avatar.recipe.parts[&kind]).unwrap().tags;
    assert_eq!(tags(Kind::Mouth)["mouth"], "teeth");
    assert_eq!(tags(Kind::Hair)["length"], a.hair_length.word());
    for role in STYLE.pack().manifest().colours.keys() {
        let colour = &avatar.recipe.colours[role];
        assert!(STYLE.pack().swatches(role).iter().any(|s| s.id == *colour), "{role}: {colour}");
    }
}

#[test]
fn what_the_user_can_mend_is_an_error_of_its_kind() {
    let small = Studio::bundled().unwrap().with_options(Options { limits: Limits { max_bytes: 10, ..Limits::default() }, ..Options::default() });
    assert!(matches!(small.create(&portrait(), &STYLE), Err(Error::Photo(_))));
    let mut grey = std::io::Cursor::new(Vec::new());
    image::RgbImage::from_pixel(300, 300, image::Rgb([128; 3])).write_to(&mut grey, image::ImageFormat::Png).unwrap();
    for (name, bytes, kind) in [("nothing", vec![], "photo"), ("text", b"hello".to_vec(), "photo"), ("a wall", grey.into_inner(), "no-face")] {
        let error = STUDIO.create(&bytes, &STYLE).err().unwrap_or_else(|| panic!("{name}: an avatar"));
        assert_eq!(error.kind(), kind, "{name}: {error}");
    }
}

/// Nothing that logs or prints a reading shows the face.
#[test]
fn a_reading_in_a_log_shows_no_pixels() {
    let reading = STUDIO.read(&Photo::decode(&portrait(), &Limits::default()).unwrap()).unwrap();
    let frame = format!("{:?} {:?}", reading.frame, reading.map);
    assert!(frame.len() < 400, "{frame}");
}

#[test]
fn many_people_can_be_read() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/faces");
    let Ok(index) = std::fs::read_to_string(folder.join("index.csv")) else {
        println!("skipped: ../shared/faces is not there");
        return;
    };
    let files: Vec<&str> = index.lines().skip(1).filter_map(|l| l.split(',').next()).collect();
    for file in files.iter().step_by(files.len() / 12).take(12) {
        let photo = Photo::decode(&std::fs::read(folder.join(file)).unwrap(), &Limits::default()).unwrap();
        let reading = STUDIO.read(&photo).unwrap_or_else(|e| panic!("{file}: {e}"));
        let counts = reading.map.counts();
        let cells = |classes: &[Class]| classes.iter().map(|c| counts[usize::from(c.index())]).sum::<usize>();
        assert!(cells(&[Class::Skin]) > 1000, "{file}: hardly any skin: {counts:?}");
        // Many of these photos end at the hairline.
        assert!(cells(&[Class::Hair, Class::Headwear]) > 200, "{file}: neither hair nor headwear: {counts:?}");
        assert!(cells(&[Class::LeftEye, Class::RightEye, Class::Glasses]) > 40, "{file}: neither eyes nor glasses: {counts:?}");
        let recipe = reading.avatar(&STYLE).recipe;
        assert!(STYLE.svg(&recipe, 64).is_ok(), "{file}");
    }
}
