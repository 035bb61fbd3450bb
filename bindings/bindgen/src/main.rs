//! Writes the Kotlin and Swift sources that call selfmoji-ffi, from the built library: see bindings/generate.sh.

fn main() {
    uniffi::uniffi_bindgen_main();
}
