#!/usr/bin/env bash
# Avatars a second beside DiceBear with resvg-js, on this machine, in one run: three rounds of both in turn, medians, ratios.
# Needs cargo, node 18 or later and npm. Usage: benches/dicebear/run.sh [SECONDS]
set -euo pipefail
cd "$(dirname "$0")"
seconds="${1:-2}"
npm ci --no-audit --no-fund --silent
cargo bench --quiet --bench throughput --no-run
results="$(mktemp)"
trap 'rm -f "$results"' EXIT
for _ in 1 2 3; do
  node compare.mjs "$seconds" >>"$results"
  cargo bench --quiet --bench throughput -- "$seconds" >>"$results"
done
node table.mjs "$results"
