//! Risk: a promise broken by accident. The library opens no connection, and what it writes carries nothing of the photo but the picture.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use selfmoji::compose;
use selfmoji::pack::Pack;
use selfmoji::picture;
use selfmoji::recipe::Recipe;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn sources(folder: &Path, ending: &str, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, ending, found);
        } else if path.extension().is_some_and(|e| e == ending) {
            found.push(path);
        }
    }
}

#[test]
fn no_source_file_mentions_the_network_or_another_program() {
    let words =
        ["std::net", "TcpStream", "UdpSocket", "ToSocketAddrs", "UnixStream", "tokio", "reqwest", "hyper", "ureq", "curl::", "process::Command"];
    let mut files = Vec::new();
    sources(&root().join("src"), "rs", &mut files);
    sources(&root().join("bindings/rust/src"), "rs", &mut files);
    assert!(files.len() > 40);
    none_of(&words, &files);
}

#[test]
fn no_source_file_of_the_packages_for_apps_mentions_the_network_or_a_permission() {
    let mut kotlin = Vec::new();
    for module in ["bindings/kotlin/selfmoji/src/main", "bindings/kotlin/selfmoji-android/src/main", "android-demo/app/src/main"] {
        sources(&root().join(module), "kt", &mut kotlin);
    }
    assert!(kotlin.len() > 5);
    none_of(&["java.net.", "javax.net.", "android.net.http", "HttpURLConnection", "WebView", "DownloadManager", "okhttp", "ktor"], &kotlin);
    let mut manifests = Vec::new();
    sources(&root().join("bindings/kotlin/android"), "xml", &mut manifests);
    sources(&root().join("android-demo/app/src/main"), "xml", &mut manifests);
    assert!(manifests.len() > 1);
    none_of(&["uses-permission", "android.permission"], &manifests);
    let mut swift = Vec::new();
    sources(&root().join("bindings/swift/Sources"), "swift", &mut swift);
    assert!(swift.len() > 3);
    none_of(&["URLSession", "URLRequest", "import Network", "CFNetwork", "NWConnection", "FoundationNetworking"], &swift);
}

fn none_of(words: &[&str], files: &[PathBuf]) {
    for file in files {
        let text = std::fs::read_to_string(file).unwrap();
        for word in words {
            assert!(!text.contains(word), "{} mentions {word}", file.display());
        }
    }
}

/// Crates that open sockets, or exist to be used by those that do.
const NETWORK: [&str; 34] = [
    "actix-web",
    "async-std",
    "attohttpc",
    "awc",
    "axum",
    "curl",
    "curl-sys",
    "h2",
    "hickory-resolver",
    "http",
    "hyper",
    "hyper-util",
    "isahc",
    "mio",
    "minreq",
    "native-tls",
    "openssl",
    "openssl-sys",
    "quinn",
    "reqwest",
    "rustls",
    "smol",
    "socket2",
    "surf",
    "tiny_http",
    "tokio",
    "tonic",
    "tower",
    "tungstenite",
    "ureq",
    "warp",
    "webpki",
    "websocket",
    "zmq",
];

/// Cargo.lock as a list of (name, names of its dependencies). Features and platforms are not looked at: what is locked is what could ever be built.
fn locked() -> Vec<(String, Vec<String>)> {
    let lock = std::fs::read_to_string(root().join("Cargo.lock")).unwrap();
    let quoted = |line: &str| line.split('"').nth(1).map(str::to_owned);
    lock.split("[[package]]")
        .skip(1)
        .map(|package| {
            let name = package.lines().find(|l| l.starts_with("name = ")).and_then(quoted).unwrap();
            let list = package.split("dependencies = [").nth(1).and_then(|l| l.split(']').next()).unwrap_or("");
            (name, list.lines().filter_map(quoted).map(|d| d.split(' ').next().unwrap_or_default().to_owned()).collect())
        })
        .collect()
}

#[test]
fn nothing_the_library_is_built_from_can_open_a_connection() {
    let mut graph: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (name, dependencies) in locked() {
        graph.entry(name).or_default().extend(dependencies);
    }
    // What apps load.
    let mut open = vec!["selfmoji-ffi".to_owned()];
    let mut seen = BTreeSet::new();
    while let Some(name) = open.pop() {
        if seen.insert(name.clone()) {
            open.extend(graph.get(&name).unwrap_or_else(|| panic!("Cargo.lock lacks {name}")).iter().cloned());
        }
    }
    assert!(seen.contains("resvg") && seen.contains("tract-onnx") && seen.len() > 50, "Cargo.lock was not understood");
    let found: Vec<&String> = seen.iter().filter(|name| NETWORK.contains(&name.as_str())).collect();
    assert!(found.is_empty(), "the library now depends on {found:?}");
}

fn svg() -> String {
    let recipe = std::fs::read_to_string(root().join("tests/golden/recipes/free_colours.json")).unwrap();
    let recipe = Recipe::from_json(&recipe).unwrap();
    compose::svg(&Pack::bundled_for(&recipe).unwrap(), &recipe, 64).unwrap()
}

#[test]
fn a_png_has_pixels_and_nothing_else() {
    let png = picture::png(&svg(), 64).unwrap();
    let mut at = 8;
    let mut chunks = BTreeSet::new();
    while at < png.len() {
        let length = u32::from_be_bytes(png[at..at + 4].try_into().unwrap()) as usize;
        chunks.insert(String::from_utf8(png[at + 4..at + 8].to_vec()).unwrap());
        at += 12 + length;
    }
    assert_eq!(chunks.into_iter().collect::<Vec<_>>(), ["IDAT", "IEND", "IHDR"]);
}

#[test]
fn a_webp_has_pixels_and_nothing_else() {
    let webp = picture::webp(&svg(), 64).unwrap();
    assert_eq!((&webp[..4], &webp[8..12]), (&b"RIFF"[..], &b"WEBP"[..]));
    let mut at = 12;
    while at < webp.len() {
        let name = std::str::from_utf8(&webp[at..at + 4]).unwrap();
        assert!(matches!(name, "VP8L" | "VP8X" | "ALPH" | "VP8 "), "there is a {name:?} chunk");
        let length = u32::from_le_bytes(webp[at + 4..at + 8].try_into().unwrap()) as usize;
        at += 8 + length + length % 2;
    }
}

#[test]
fn an_svg_leads_nowhere() {
    let svg = svg();
    let document = roxmltree::Document::parse(&svg).unwrap();
    for node in document.descendants() {
        assert!(!node.is_comment() && !node.is_pi());
        if node.is_element() {
            let name = node.tag_name().name();
            assert!(!matches!(name, "metadata" | "script" | "style" | "image" | "use" | "a" | "foreignObject" | "text"), "<{name}>");
            for attribute in node.attributes() {
                let (name, value) = (attribute.name(), attribute.value());
                assert!(name != "href" && !name.starts_with("on"), "{name}");
                assert!(
                    !value.contains("://") && !value.contains("data:") && (!value.contains("url(") || value.starts_with("url(#")),
                    "{name}={value}"
                );
            }
        }
    }
}
