//! Any bytes as a pack's zip file.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    if let Ok(pack) = selfmoji::pack::Pack::from_zip(data) {
        common::draw(&pack);
    }
});
