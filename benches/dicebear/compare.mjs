// Draws avatars of three DiceBear styles and turns them into PNG files with resvg-js, and prints avatars a second as JSON lines.
// Usage: node compare.mjs [SECONDS]
import { createAvatar } from '@dicebear/core';
import * as avataaars from '@dicebear/avataaars';
import * as lorelei from '@dicebear/lorelei';
import * as openPeeps from '@dicebear/open-peeps';
import { Resvg } from '@resvg/resvg-js';

const seconds = Number(process.argv[2] ?? 2);

/** How often `work` can be done a second, over at least `seconds`, with 200 people in turn, after a warm-up. */
function rate(work) {
  for (let i = 0; i < 200; i++) work(i);
  const start = process.hrtime.bigint();
  const end = start + BigInt(seconds * 1e9);
  let done = 0;
  while (process.hrtime.bigint() < end) work(done++ % 200);
  return done / (Number(process.hrtime.bigint() - start) / 1e9);
}

for (const [name, style] of Object.entries({ avataaars, lorelei, 'open-peeps': openPeeps })) {
  const svg = (i) => createAvatar(style, { seed: `person ${i}` }).toString();
  const png = (i, size) => new Resvg(svg(i), { fitTo: { mode: 'width', value: size }, font: { loadSystemFonts: false } }).render().asPng();
  const result = { style: `dicebear ${name}`, compose: rate(svg), png128: rate((i) => png(i, 128)), png512: rate((i) => png(i, 512)) };
  console.log(JSON.stringify(result));
}
