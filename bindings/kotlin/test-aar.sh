#!/usr/bin/env bash
# Tests build-aar.sh: that it refuses libraries no phone could load, and that what it builds is laid out as an AAR.
# The libraries are stand-ins of a few bytes, for Android's are not built on every machine; what is tested is what is done with them.
set -euo pipefail
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed() { echo "FAILED: $*" >&2; exit 1; }

# A shared library for an architecture, whose mapped parts lie at multiples of $3 bytes, and which needs the library $4.
stand_in() {
  local link=(clang "--target=$2" -nostdlib -shared -fuse-ld=lld -x c)
  echo >"$work/empty.c"
  echo 'void uniffi_selfmoji_ffi_fn_constructor_studio_bundled(void) {}' >"$work/one.c"
  "${link[@]}" -Wl,-soname,"$4" -o "$work/libneeded.so" "$work/empty.c"
  "${link[@]}" -Wl,-z,max-page-size="$3" -o "$1" "$work/one.c" -x none "$work/libneeded.so"
}
libraries() {
  rm -rf "$work/libraries"
  mkdir -p "$work/libraries/arm64-v8a" "$work/libraries/armeabi-v7a" "$work/libraries/x86_64"
  stand_in "$work/libraries/arm64-v8a/libselfmoji_ffi.so" aarch64-linux-android 16384 libc.so
  stand_in "$work/libraries/armeabi-v7a/libselfmoji_ffi.so" armv7a-linux-androideabi 4096 libc.so
  stand_in "$work/libraries/x86_64/libselfmoji_ffi.so" x86_64-linux-android 16384 libc.so
}
build() { ./build-aar.sh --libraries "$work/libraries" --out "$work/repository" >"$work/said" 2>&1; }
refused() {
  if build; then failed "a library was taken that $1"; fi
  grep -q "$2" "$work/said" || failed "it was not said of a library that $1: $(cat "$work/said")"
}

libraries
stand_in "$work/libraries/arm64-v8a/libselfmoji_ffi.so" aarch64-linux-android 4096 libc.so
refused "cannot be mapped in pages of 16 KB" "16 KB"
libraries
stand_in "$work/libraries/x86_64/libselfmoji_ffi.so" x86_64-linux-android 16384 libc.so.6
refused "was built for desktop Linux" "desktop Linux"
libraries
stand_in "$work/libraries/arm64-v8a/libselfmoji_ffi.so" x86_64-linux-android 16384 libc.so
refused "is for another machine" "not for arm64-v8a"
libraries
rm "$work/libraries/armeabi-v7a/libselfmoji_ffi.so"
refused "is missing" "there is no armeabi-v7a"

libraries
build || failed "$(cat "$work/said")"
version=$(sed -n 's/^version = "\(.*\)"/\1/p' ../../Cargo.toml | head -1)
aar=$work/repository/io/github/selfmoji/selfmoji-android/$version/selfmoji-android-$version.aar
for file in "$aar" "${aar%.aar}.pom"; do [ -f "$file" ] || failed "the repository lacks $file"; done
listed=$(jar --list --file "$aar")
for file in AndroidManifest.xml classes.jar proguard.txt R.txt jni/arm64-v8a/libselfmoji_ffi.so jni/armeabi-v7a/libselfmoji_ffi.so jni/x86_64/libselfmoji_ffi.so; do
  grep -qx "$file" <<<"$listed" || failed "the AAR lacks $file"
done
(cd "$work" && jar --extract --file "$aar")
grep -q 'minSdkVersion="24"' "$work/AndroidManifest.xml" || failed "minSdk is not 24"
! grep -q "uses-permission" "$work/AndroidManifest.xml" || failed "the AAR asks for a permission"
classes=$(jar --list --file "$work/classes.jar")
grep -qx "io/github/selfmoji/Studio.class" <<<"$classes" || failed "classes.jar lacks the classes"
grep -qx "io/github/selfmoji/android/Bitmaps.class" <<<"$classes" || failed "classes.jar lacks those for Android"
! grep -q '\.so$' <<<"$classes" || failed "classes.jar has a native library of the desktop in it"
for dependency in jna kotlin-stdlib coroutines; do
  grep -q "$dependency" "${aar%.aar}.pom" || failed "the POM lacks $dependency"
  used=$(sed -n "/<artifactId>[a-z-]*$dependency/,/<\/version>/s/.*<version>\(.*\)<\/version>/\1/p" "${aar%.aar}.pom")
  grep -q "\.version>$used<" pom.xml || failed "the POM of the AAR has $dependency $used, and the classes were built with another"
done
echo "build-aar.sh: 5 passed, 0 failed"
