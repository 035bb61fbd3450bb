#!/usr/bin/env bash
# Runs the package's tests against a native library that is built already (by bindings/generate.sh, which also writes the generated sources).
# Usage: bindings/swift/test.sh [--if-available] [arguments of `swift test`]
# SELFMOJI_LIBRARY: the library or its folder. Default: target/debug, or what CARGO_TARGET_DIR says.
# Status: that of `swift test`; 3 where there is no Swift 6 and nothing was run, or 0 for that with --if-available.
set -euo pipefail
root="$(cd "$(dirname "$0")/../.." && pwd)"

not_run=3
if [ "${1:-}" = --if-available ]; then
  not_run=0
  shift
fi

found="none"
if command -v swift >/dev/null; then
  found="$(swift --version 2>&1 | grep -o 'Swift version [0-9.]*' | head -n 1)" || found="one of unknown version"
fi
major="${found#Swift version }"
major="${major%%.*}"
case "$major" in
  '' | *[!0-9]* | [0-5])
    {
      echo "The Swift tests were NOT RUN: they need Swift 6 or later, and here is ${found}."
      echo "To run them: install Swift 6 (https://www.swift.org/install, or Xcode 16), then bindings/generate.sh and bindings/swift/test.sh."
    } >&2
    exit "$not_run"
    ;;
esac

library="${SELFMOJI_LIBRARY:-${CARGO_TARGET_DIR:-$root/target}/debug}"
if [ ! -e "$library" ]; then
  echo "There is no $library: run bindings/generate.sh first, or set SELFMOJI_LIBRARY to the native library or its folder." >&2
  exit 1
fi
# The package wants an absolute path, for it becomes an rpath.
SELFMOJI_LIBRARY="$(cd "$(dirname "$library")" && pwd)/$(basename "$library")"
export SELFMOJI_LIBRARY
echo "$found, $SELFMOJI_LIBRARY"
cd "$root/bindings/swift"
swift test "$@"
