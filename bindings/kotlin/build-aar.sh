#!/usr/bin/env bash
# Builds the AAR that Android apps depend on, and puts it into a folder that is a Maven repository.
#
# Usage: bindings/kotlin/build-aar.sh [--libraries FOLDER] [--out FOLDER]
#   --libraries FOLDER  native libraries that were built elsewhere, as FOLDER/ABI/libselfmoji_ffi.so, instead of building them here
#   --out FOLDER        the repository; default: bindings/kotlin/target/repository
#
# Building the native libraries needs the Android NDK, r28 or later (ANDROID_NDK_HOME), rustup, and cargo-ndk (`cargo install cargo-ndk`).
# The classes must have been built: bindings/generate.sh, then `mvn package` in bindings/kotlin.
set -euo pipefail
cd "$(dirname "$0")"

ABIS=(arm64-v8a armeabi-v7a x86_64)
VERSION=$(sed -n 's/^version = "\(.*\)"/\1/p' ../../Cargo.toml | head -1)
libraries='' out=target/repository
while [ $# -gt 0 ]; do
  case "$1" in
    --libraries) libraries=$(cd "${2:?--libraries needs a folder}" && pwd); shift 2 ;;
    --out) out=${2:?--out needs a folder}; shift 2 ;;
    *) echo "unknown argument: $1; see the head of $0" >&2; exit 2 ;;
  esac
done

for classes in selfmoji/target/classes selfmoji-android/target/classes; do
  [ -d "$classes/io/github/selfmoji" ] || { echo "bindings/kotlin/$classes is missing: run bindings/generate.sh, then mvn package in bindings/kotlin" >&2; exit 1; }
done

if [ -z "$libraries" ]; then
  if [ -z "${ANDROID_NDK_HOME:-}" ] || ! command -v cargo-ndk >/dev/null; then
    echo "NOT BUILT: the native libraries of Android. Set ANDROID_NDK_HOME to an NDK r28 or later and run \`cargo install cargo-ndk\`," >&2
    echo "or give libraries that were built elsewhere with --libraries FOLDER." >&2
    exit 3
  fi
  rustup target add aarch64-linux-android armv7-linux-androideabi x86_64-linux-android
  libraries=$PWD/target/android-libraries
  arguments=()
  for abi in "${ABIS[@]}"; do arguments+=(--target "$abi"); done
  cargo ndk "${arguments[@]}" --platform 24 --output-dir "$libraries" build --locked --package selfmoji-ffi --profile mobile
fi

# What is wrong with a library, in words; nothing where all is well. $1: the ABI, $2: the file. (grep reads to the end, without -q: readelf would be stopped
# at the first match, which counts as a failure here.)
wrong() {
  local machine
  case "$1" in arm64-v8a) machine=AArch64 ;; armeabi-v7a) machine=ARM ;; x86_64) machine=X86-64 ;; esac
  readelf -hW "$2" | grep "Machine:.*$machine" >/dev/null || { echo "it is not for $1"; return; }
  if readelf -dW "$2" | grep 'NEEDED.*libc\.so\.6' >/dev/null; then echo "it was built for desktop Linux, not for Android"; return; fi
  readelf --dyn-syms -W "$2" | grep 'uniffi_selfmoji_ffi_fn_constructor_studio_bundled' >/dev/null || { echo "it is not Selfmoji's library, or its symbols were stripped"; return; }
  # Every part of a 64-bit library that is mapped must begin at a multiple of 16 KB, or phones with such pages do not load it.
  if [ "$1" != armeabi-v7a ]; then
    local align
    for align in $(readelf -lW "$2" | awk '$1 == "LOAD" { print $NF }'); do
      [ $((align)) -ge 16384 ] || { echo "it is not aligned to pages of 16 KB: use NDK r28 or later"; return; }
    done
  fi
}
command -v readelf >/dev/null || { echo "readelf is needed to check the libraries: install binutils" >&2; exit 1; }
for abi in "${ABIS[@]}"; do
  file=$libraries/$abi/libselfmoji_ffi.so
  [ -f "$file" ] || { echo "there is no $abi/libselfmoji_ffi.so in $libraries" >&2; exit 1; }
  found=$(wrong "$abi" "$file")
  [ -z "$found" ] || { echo "$abi/libselfmoji_ffi.so cannot be used: $found" >&2; exit 1; }
done

stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
mkdir "$stage/classes" "$stage/aar"
cp -r selfmoji/target/classes/io selfmoji/target/classes/META-INF selfmoji-android/target/classes/. "$stage/classes/"
jar --create --file "$stage/aar/classes.jar" --date=1980-01-01T00:00:02Z --no-manifest -C "$stage/classes" .
cp android/AndroidManifest.xml "$stage/aar/"
cp android/consumer-rules.pro "$stage/aar/proguard.txt"
# An AAR without resources of its own still has the list of them.
: >"$stage/aar/R.txt"
for abi in "${ABIS[@]}"; do
  mkdir -p "$stage/aar/jni/$abi"
  cp "$libraries/$abi/libselfmoji_ffi.so" "$stage/aar/jni/$abi/"
done
aar=$stage/selfmoji-android-$VERSION.aar
jar --create --file "$aar" --date=1980-01-01T00:00:02Z --no-manifest -C "$stage/aar" .

mvn -q -B org.apache.maven.plugins:maven-install-plugin:3.1.4:install-file -Dfile="$aar" -DpomFile=android/selfmoji-android.pom -Dpackaging=aar \
  -DlocalRepositoryPath="$out"
rm -f "$out"/io/github/selfmoji/selfmoji-android/maven-metadata-local.xml

echo "$out/io/github/selfmoji/selfmoji-android/$VERSION/${aar##*/}"
echo "What an app grows by, in KB (unpacked, and compressed as a store delivers it to one phone):"
for abi in "${ABIS[@]}"; do
  file=$libraries/$abi/libselfmoji_ffi.so
  printf '  %-12s %6d %6d\n' "$abi" "$(($(wc -c <"$file") / 1024))" "$(($(gzip -9c "$file" | wc -c) / 1024))"
done
printf '  %-12s %6d %6d   (before R8, without JNA and Kotlin)\n' classes "$(($(find "$stage/classes" -name '*.class' -exec cat {} + | wc -c) / 1024))" \
  "$(($(wc -c <"$stage/aar/classes.jar") / 1024))"
echo "Depend on it: maven { url = uri(\"$out\") } and implementation(\"io.github.selfmoji:selfmoji-android:$VERSION\")"
