#!/usr/bin/env bash
# Builds build/SelfmojiFFI.xcframework, the native library for iOS, its simulator and macOS, which Package.swift names. Needs a Mac with Xcode, and
# what bindings/generate.sh wrote.
# Usage: bindings/swift/build-xcframework.sh
# Status: 0 when it is built; 3 on other machines, where only the headers are laid out and the steps that were not run are listed; 1 for failures.
set -euo pipefail
root="$(cd "$(dirname "$0")/../.." && pwd)"
cd "$root"

package=bindings/swift
build="$package/build"
target="${CARGO_TARGET_DIR:-target}"
targets=(aarch64-apple-ios aarch64-apple-ios-sim x86_64-apple-ios aarch64-apple-darwin x86_64-apple-darwin)
# Those of Package.swift. Without them the C code inside is built for the newest system.
export IPHONEOS_DEPLOYMENT_TARGET=15.0 MACOSX_DEPLOYMENT_TARGET=12.0

mac=false
if [ "$(uname -s)" = Darwin ]; then mac=true; fi
skipped=()

# Runs a command, or on other machines than Macs notes it.
step() {
  if $mac; then
    echo "== $*"
    "$@"
  else
    skipped+=("$*")
  fi
}

if $mac; then
  for tool in cargo rustup lipo xcodebuild; do
    command -v "$tool" >/dev/null || { echo "$tool is not installed; this needs Rust from https://rustup.rs and Xcode" >&2 && exit 1; }
  done
  installed="$(rustup target list --installed)"
  for name in "${targets[@]}"; do
    grep -qx "$name" <<<"$installed" || { echo "Rust cannot build for $name yet; run: rustup target add ${targets[*]}" >&2 && exit 1; }
  done
fi

# In a folder of the module's own name: Xcode puts the headers of all frameworks into one place, where two module maps would collide.
generated="$package/Sources/SelfmojiFFI/include"
for file in SelfmojiFFI.h module.modulemap; do
  [ -f "$generated/$file" ] || { echo "$generated/$file is missing; run bindings/generate.sh first" >&2 && exit 1; }
done
rm -rf "$build"
mkdir -p "$build/headers/SelfmojiFFI"
cp "$generated/SelfmojiFFI.h" "$generated/module.modulemap" "$build/headers/SelfmojiFFI/"
echo "laid out: $build/headers/SelfmojiFFI/{SelfmojiFFI.h,module.modulemap}"

for name in "${targets[@]}"; do
  # The archive alone. What it needs of the system is printed; Package.swift links nothing beyond what Swift links anyway.
  step cargo rustc --locked --package selfmoji-ffi --lib --crate-type staticlib --profile mobile --target "$name" -- --print native-static-libs
done

archive() { echo "$target/$1/mobile/libselfmoji_ffi.a"; }
step mkdir -p "$build/ios" "$build/ios-simulator" "$build/macos"
step cp "$(archive aarch64-apple-ios)" "$build/ios/libselfmoji_ffi.a"
step lipo -create "$(archive aarch64-apple-ios-sim)" "$(archive x86_64-apple-ios)" -output "$build/ios-simulator/libselfmoji_ffi.a"
step lipo -create "$(archive aarch64-apple-darwin)" "$(archive x86_64-apple-darwin)" -output "$build/macos/libselfmoji_ffi.a"

slices=()
for platform in ios ios-simulator macos; do
  slices+=(-library "$build/$platform/libselfmoji_ffi.a" -headers "$build/headers")
done
step xcodebuild -create-xcframework "${slices[@]}" -output "$build/SelfmojiFFI.xcframework"
step du -sh "$build"/{ios,ios-simulator,macos}/libselfmoji_ffi.a "$build/SelfmojiFFI.xcframework"

if ! $mac; then
  {
    echo "This is no Mac, so SelfmojiFFI.xcframework was NOT BUILT. These steps were not run:"
    printf '  %s\n' "${skipped[@]}"
    echo "Run bindings/swift/build-xcframework.sh on a Mac with Xcode."
  } >&2
  exit 3
fi
