// Medians of the rounds of run.sh as a table, and how many times faster each of our styles is than the fastest of theirs.
import { readFileSync } from 'node:fs';

const rounds = readFileSync(process.argv[2], 'utf8').trim().split('\n').map((line) => JSON.parse(line));
const columns = ['compose', 'seeded', 'png128', 'png512', 'load'];
const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
const styles = [...new Set(rounds.map((r) => r.style))];
const table = new Map();
for (const style of styles) {
  const own = rounds.filter((r) => r.style === style);
  table.set(style, Object.fromEntries(columns.filter((c) => c in own[0]).map((c) => [c, median(own.map((r) => r[c]))])));
}
// Their one step from seed to SVG is our two, a random recipe and its SVG.
const best = (column) => Math.max(...styles.filter((s) => s.startsWith('dicebear')).map((s) => table.get(s)[column]));
console.log(`| a second | ${columns.join(' | ')} | png128, times | png512, times |`);
console.log(`|---|${'---|'.repeat(columns.length + 2)}`);
for (const [style, row] of table) {
  const ours = style.startsWith('selfmoji');
  const times = ['png128', 'png512'].map((c) => (ours ? (row[c] / best(c)).toFixed(1) : ''));
  console.log(`| ${style} | ${columns.map((c) => (c in row ? Math.round(row[c]) : '')).join(' | ')} | ${times.join(' | ')} |`);
}
