#!/usr/bin/env bash
# Builds the native library for this machine and writes the Kotlin and Swift sources that call it.
# Usage: bindings/generate.sh [cargo options, for instance --release]
# Out: bindings/kotlin/selfmoji/generated, bindings/swift/Sources/Selfmoji/Generated, bindings/swift/Sources/SelfmojiFFI/include.
set -euo pipefail
cd "$(dirname "$0")/.."

case " $* " in
  # Where all of the workspace is built anyway, in one go with the same features, nothing is compiled twice.
  *" --workspace "*) cargo build --locked "$@" ;;
  *) cargo build --locked --package selfmoji-ffi --package selfmoji-bindgen "$@" ;;
esac
target="${CARGO_TARGET_DIR:-target}"
case " $* " in *" --release "*) built="$target/release" ;; *) built="$target/debug" ;; esac
case "$(uname -s)" in Darwin) library="$built/libselfmoji_ffi.dylib" ;; *) library="$built/libselfmoji_ffi.so" ;; esac

kotlin=bindings/kotlin/selfmoji/generated
swift=bindings/swift/Sources
rm -rf "$kotlin" "$swift/Selfmoji/Generated" "$swift/SelfmojiFFI/include"
mkdir -p "$kotlin" "$swift/Selfmoji/Generated" "$swift/SelfmojiFFI/include"
"$built/selfmoji-bindgen" generate --no-format --language kotlin --out-dir "$kotlin" "$library"
generated="$(mktemp -d)"
trap 'rm -rf "$generated"' EXIT
"$built/selfmoji-bindgen" generate --no-format --language swift --out-dir "$generated" "$library"
mv "$generated"/*.swift "$swift/Selfmoji/Generated/"
mv "$generated"/*.h "$swift/SelfmojiFFI/include/"
# The name that the compiler looks for.
mv "$generated"/*.modulemap "$swift/SelfmojiFFI/include/module.modulemap"
echo "$library"
