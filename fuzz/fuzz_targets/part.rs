//! Any bytes as the SVG file of a hair part, in a pack that is otherwise good.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    if let Ok(pack) = selfmoji::pack::Pack::from_zip(&common::with_hair(data)) {
        common::draw(&pack);
    }
});
