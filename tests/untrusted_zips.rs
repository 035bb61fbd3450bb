//! Risk: packs as zip files from anywhere: bombs, links, names that lead out, and files that two readers read differently.

#![cfg(feature = "zip")]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;
#[path = "common/raw_zip.rs"]
mod raw_zip;

use common::{TestPack, recipe};
use raw_zip::{Entry, zip};
use selfmoji::compose;
use selfmoji::pack::{Pack, PackError, zip_folder};
use std::path::Path;

/// The minimal pack's files as entries, under a folder.
fn entries(folder: &str) -> Vec<Entry> {
    let pack = TestPack::minimal();
    let manifest = serde_json::to_vec(&pack.manifest).unwrap();
    let files = pack.files.iter().map(|(name, bytes)| Entry::deflated(&format!("{folder}{name}"), bytes));
    files.chain([Entry::stored(&format!("{folder}pack.json"), &manifest)]).collect()
}

/// The minimal pack with further entries.
fn with(more: impl IntoIterator<Item = Entry>) -> Vec<u8> {
    zip(&entries("").into_iter().chain(more).collect::<Vec<_>>(), b"")
}

/// The minimal pack with one entry changed.
fn changed(name: &str, change: impl Fn(&mut Entry)) -> Vec<u8> {
    let mut all = entries("");
    change(all.iter_mut().find(|e| e.name == name.as_bytes()).unwrap());
    zip(&all, b"")
}

#[test]
fn packs_load_from_the_zip_files_that_people_make() {
    let expected = compose::svg(&TestPack::minimal().open().unwrap(), &recipe(), 64).unwrap();
    let stray = [Entry::stored("pack/", b""), Entry::stored("pack/README.md", b"hello"), Entry::stored("__MACOSX/pack/._pack.json", b"?")];
    for (name, bytes) in [
        ("at its root", zip(&entries(""), b"")),
        ("in a folder", zip(&entries("my pack/"), b"")),
        ("with a comment", zip(&entries(""), b"5abd50d PK\x05\x06 5abd50d")),
        ("with other files", zip(&entries("pack/").into_iter().chain(stray).collect::<Vec<_>>(), b"")),
        ("with another pack deeper down", zip(&entries("").into_iter().chain(entries("old/")).collect::<Vec<_>>(), b"")),
    ] {
        let pack = Pack::from_zip(&bytes).unwrap_or_else(|e| panic!("{name}: {e}"));
        assert_eq!(compose::svg(&pack, &recipe(), 64).unwrap(), expected, "{name}");
    }
}

#[test]
fn each_kind_of_bad_zip_file_has_its_answer() {
    let good = with([]);
    let named = |name: &[u8]| with([Entry { name: name.to_vec(), ..Entry::stored("x", b"x") }]);
    let zeros = |n: usize| vec![b' '; n];
    let mut lying = Entry::deflated("hair.svg", &zeros(9 << 20));
    lying.size = 100;
    let mut overlapping = entries("");
    overlapping.push(Entry { start: Some(0), ..Entry::stored(std::str::from_utf8(&overlapping[0].name).unwrap(), b"") });
    overlapping.last_mut().unwrap().name = b"body2.svg".to_vec();
    let locator = good.len() - 22;
    let mut zip64 = good.clone();
    zip64.splice(locator..locator, b"PK\x06\x07".iter().copied().chain([0; 16]));
    let mut volumes = good.clone();
    volumes[locator + 4] = 1;
    let cases: Vec<(&str, Vec<u8>, &str)> = vec![
        ("nothing", vec![], "no zip file"),
        ("text", vec![b'x'; 100], "no zip file"),
        ("too large", vec![0; (32 << 20) + 1], "at most 33554432"),
        ("bomb", with([Entry::deflated("x.svg", &zeros(60 << 20))]), "zip bombs"),
        ("many small bombs", with((0..65).map(|i| Entry::deflated(&format!("x{i}"), &zeros(1 << 20)))), "it unpacks to"),
        ("declared larger than all memory", changed("hair.svg", |e| e.size = u32::MAX - 1), "zip bombs"),
        ("bomb that lies about its size", changed("hair.svg", |e| *e = lying.clone()), "hair.svg: the zip file is damaged here"),
        ("part that is too large", changed("hair.svg", |e| *e = Entry::stored("hair.svg", &zeros(200_000))), "hair.svg: the size in bytes"),
        ("many entries", with((0..5000).map(|i| Entry::stored(&format!("x{i}"), b""))), "at most 4096"),
        ("name that climbs", named(b"../x"), "`../x`: the name leads out"),
        ("name that climbs later", named(b"a/../../x"), "leads out"),
        ("absolute name", named(b"/etc/x"), "leads out"),
        ("name with a drive", named(b"C:x"), "leads out"),
        ("name with backslashes", named(b"..\\x"), "leads out"),
        ("empty name", named(b""), "leads out"),
        ("name with a control character", named(b"a\x1b[2Jb"), "\\u{1b}[2Jb`: the name has control characters"),
        ("name with a zero", named(b"a.svg\0.png"), "control characters"),
        ("name that turns the line around", named("a\u{202e}b".as_bytes()), "\\u{202e}"),
        ("name that is no text", named(b"\xff\xfe"), "not UTF-8"),
        ("endless name", named(&[b'x'; 5000]), "too long"),
        ("the same name twice", with([Entry::stored("hair.svg", b"")]), "same name"),
        ("the same name but for capitals", with([Entry::stored("HAIR.svg", b"")]), "but for capitals"),
        ("encrypted", changed("hair.svg", |e| e.flags = 1), "encrypted"),
        ("link", changed("hair.svg", |e| e.mode = 0o120_777), "links"),
        ("device", changed("hair.svg", |e| e.mode = 0o020_644), "special files"),
        ("packed by bzip2", changed("hair.svg", |e| e.method = 12), "only stored and deflated"),
        ("packed by what nobody knows", changed("hair.svg", |e| e.method = 77), "only stored and deflated"),
        ("not what its checksum says", changed("hair.svg", |e| e.crc ^= 1), "damaged"),
        ("no deflate stream", changed("hair.svg", |e| e.data.fill(0xff)), "damaged"),
        ("called otherwise beside its data", changed("hair.svg", |e| e.local_name = Some(b"hare.svg".to_vec())), "damaged"),
        ("two entries in one place", zip(&overlapping, b""), "damaged"),
        ("something before it", [b"#!/bin/sh\n".to_vec(), good.clone()].concat(), "list of entries"),
        ("something after it", [good.clone(), b"\n".to_vec()].concat(), "no zip file"),
        ("zip64", zip64, "zip64"),
        ("one of several volumes", volumes, "volumes"),
        ("cut short", good[..good.len() - 1].to_vec(), "cut short"),
        ("no manifest", zip(&[Entry::stored("x", b"")], b""), "one pack.json"),
        ("two packs", zip(&[entries("a/"), entries("b/")].concat(), b""), "one pack.json"),
        ("pack too deep", zip(&entries("a/b/"), b""), "one pack.json"),
        ("part missing", zip(&entries("").into_iter().filter(|e| e.name != b"hair.svg").collect::<Vec<_>>(), b""), "hair.svg: no such file"),
        ("part in other capitals", changed("hair.svg", |e| e.name = b"Hair.svg".to_vec()), "there is `Hair.svg`, and capitals matter"),
    ];
    for (name, bytes, expected) in cases {
        let message = Pack::from_zip(&bytes).err().unwrap_or_else(|| panic!("{name}: accepted")).to_string();
        assert!(message.contains(expected) && message.len() < 900, "{name}: {message}");
        assert!(!message.chars().any(char::is_control), "{name}: {message:?}");
    }
}

#[test]
fn no_cut_and_no_wrong_byte_makes_it_panic() {
    let good = with([]);
    for end in 0..good.len() {
        assert!(Pack::from_zip(&good[..end]).is_err(), "cut at {end}");
    }
    for at in 0..good.len() {
        for wrong in [0, 0xff, good[at] ^ 1] {
            let mut bytes = good.clone();
            bytes[at] = wrong;
            // A byte of no importance may well be wrong.
            let _ = Pack::from_zip(&bytes);
        }
    }
}

#[test]
fn a_folder_becomes_a_zip_file_of_the_pack_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let pack = TestPack::minimal();
    pack.write(folder.path());
    std::fs::write(folder.path().join("secret.txt"), "secret").unwrap();
    let bytes = zip_folder(folder.path()).unwrap();
    assert_eq!(bytes, zip_folder(folder.path()).unwrap(), "the same pack, the same bytes");
    let mut read = zip::ZipArchive::new(std::io::Cursor::new(&bytes)).unwrap();
    let names: Vec<String> = read.file_names().map(|n| n.unwrap().into_owned()).collect();
    let mut expected: Vec<String> = pack.files.keys().cloned().chain(["pack.json".into()]).collect();
    expected.sort();
    assert_eq!(names, expected);
    assert_eq!(read.by_index(0).unwrap().last_modified().map(|d| d.year()), Some(1980));
    assert_eq!(Pack::from_zip(&bytes).unwrap().manifest(), Pack::open(folder.path()).unwrap().manifest());
    let file = folder.path().join("test.zip");
    std::fs::write(&file, &bytes).unwrap();
    assert!(Pack::open(&file).is_ok());
    std::fs::write(folder.path().join("hair.svg"), "<svg/>").unwrap();
    assert!(matches!(zip_folder(folder.path()), Err(PackError::Part { .. })), "what does not load is not packed");
}

#[test]
fn the_pack_that_ships_is_the_same_from_a_zip_file() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates/classic");
    let zipped = Pack::from_zip(&zip_folder(&folder).unwrap()).unwrap();
    assert_eq!(zipped.manifest(), Pack::open(&folder).unwrap().manifest());
}

#[test]
fn what_is_neither_a_folder_nor_a_zip_file_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("pack.zip");
    std::fs::write(&file, b"hello").unwrap();
    for (path, expected) in
        [(file.as_path(), "no zip file"), (&folder.path().join("nowhere.zip"), "nowhere.zip: "), (folder.path(), "pack.json: no such file")]
    {
        let message = Pack::open(path).unwrap_err().to_string();
        assert!(message.contains(expected), "{message}");
    }
    #[cfg(unix)]
    assert!(Pack::open("/dev/null").unwrap_err().to_string().contains("neither a folder nor a zip file"));
}
