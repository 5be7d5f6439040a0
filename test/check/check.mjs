/**
 * `npm run check [-- step…] [--write] [--list]`: every rule of the house that a machine can check.
 * Named steps run together with what they need; `--write` rewrites committed files that a step would compare.
 */
import { pathToFileURL } from 'node:url';
import { printVerdict, runSteps } from './run-steps.mjs';
import { steps } from './steps.mjs';

/** The chosen steps and those they need, in the order of the table. */
export function choose(names) {
  const unknown = names.filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length > 0) throw new Error(`no such step: ${unknown.join(', ')} (--list names them)`);
  const wanted = new Set(names.length > 0 ? names : steps.map((step) => step.name));
  for (const step of [...steps].reverse()) {
    if (wanted.has(step.name)) for (const need of step.needs ?? []) wanted.add(need);
  }
  return steps.filter((step) => wanted.has(step.name));
}

async function main(words) {
  if (words.includes('--list')) {
    for (const { name, about } of steps) console.log(`${name.padEnd(14)} ${about}`);
    return;
  }
  const begun = performance.now();
  const chosen = choose(words.filter((word) => !word.startsWith('--')));
  const verdicts = await runSteps(chosen, { write: words.includes('--write'), report: printVerdict });
  const failed = verdicts.filter((verdict) => !verdict.ok);
  const seconds = ((performance.now() - begun) / 1000).toFixed(0);
  console.log(
    failed.length === 0
      ? `check passed: ${verdicts.length} steps in ${seconds} s`
      : `check failed: ${failed.map((verdict) => verdict.name).join(', ')} (${seconds} s)`,
  );
  process.exitCode = failed.length === 0 ? 0 : 1;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) main(process.argv.slice(2));
