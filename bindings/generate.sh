#!/usr/bin/env bash
# Builds the native library for this machine and writes the Kotlin and Swift sources that call it.
# Usage: bindings/generate.sh [cargo options, for instance --release]
# Out: bindings/kotlin/selfmoji/generated (sources and, for the jar, the library), bindings/swift/Sources/Selfmoji/Generated, bindings/swift/Sources/SelfmojiFFI/include.
set -euo pipefail
cd "$(dirname "$0")/.."

# The generator reads the library's symbols, which a release build leaves out.
export CARGO_PROFILE_RELEASE_STRIP=debuginfo
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
# Classes of what the library no longer has would stay in the jar.
rm -rf bindings/kotlin/selfmoji/target/classes
rm -rf "$kotlin" "$swift/Selfmoji/Generated" "$swift/SelfmojiFFI/include"
mkdir -p "$kotlin" "$swift/Selfmoji/Generated" "$swift/SelfmojiFFI/include"
"$built/selfmoji-bindgen" generate --no-format --language kotlin --out-dir "$kotlin/kotlin" "$library"
sources="$kotlin/kotlin/io/github/selfmoji/selfmoji.kt"
sed -i.before -f bindings/kotlin/mend.sed "$sources"
rm "$sources.before"
for mended in 'return value.callWithHandle { it }' 'getDirectBufferPointer(value.slice())' 'internal var held' 'fb.held = value' 'pass a ByteArray' \
  'CodingErrorAction.REPLACE' 'catch(e: kotlin.Throwable)'; do
  if ! grep -qF "$mended" "$sources"; then
    echo "bindings/kotlin/mend.sed no longer fits what UniFFI generates: nothing became \`$mended\`" >&2
    exit 1
  fi
done
generated="$(mktemp -d)"
trap 'rm -rf "$generated"' EXIT
"$built/selfmoji-bindgen" generate --no-format --language swift --out-dir "$generated" "$library"
mv "$generated"/*.swift "$swift/Selfmoji/Generated/"
mv "$generated"/*.h "$swift/SelfmojiFFI/include/"
# The name that the compiler looks for.
mv "$generated"/*.modulemap "$swift/SelfmojiFFI/include/module.modulemap"

# Where JNA looks for it in the jar, without what only debuggers read.
case "$(uname -m)" in x86_64 | amd64) machine=x86-64 ;; arm64 | aarch64) machine=aarch64 ;; *) machine="$(uname -m)" ;; esac
case "$(uname -s)" in Darwin) platform="darwin-$machine" ;; *) platform="linux-$machine" ;; esac
mkdir -p "$kotlin/natives/$platform"
cp "$library" "$kotlin/natives/$platform/"
strip -S "$kotlin/natives/$platform/${library##*/}"
echo "$library"
