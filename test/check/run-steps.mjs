import { stripVTControlCharacters } from 'node:util';

/**
 * Runs steps two at a time, each as soon as what it needs has passed.
 * @param {import('./steps.mjs').Step[]} chosen  in the order they shall start
 * @param {object} options
 * @param {boolean} options.write           rewrite committed files instead of comparing them
 * @param {(verdict: Verdict) => void} options.report  called once per step, when it ends
 * @returns {Promise<Verdict[]>}
 *
 * @typedef {{name: string, ok: boolean, seconds: number, output: string}} Verdict
 */
export async function runSteps(chosen, { write, report, atOnce = 2 }) {
  const names = new Set(chosen.map((step) => step.name));
  const verdicts = new Map();
  const waiting = [...chosen];
  const running = new Set();

  const needsOf = (step) => (step.needs ?? []).filter((name) => names.has(name));
  const conclude = (verdict) => {
    verdicts.set(verdict.name, verdict);
    report(verdict);
  };
  const start = (step) => {
    const broken = needsOf(step).find((name) => !verdicts.get(name).ok);
    if (broken) return conclude({ name: step.name, ok: false, seconds: 0, output: `not run: ${broken} failed` });
    const done = timed(step, write).then((verdict) => {
      running.delete(done);
      conclude(verdict);
    });
    running.add(done);
  };

  while (waiting.length > 0 || running.size > 0) {
    const ready = waiting.findIndex((step) => needsOf(step).every((name) => verdicts.has(name)));
    if (ready >= 0 && running.size < atOnce) start(waiting.splice(ready, 1)[0]);
    else await Promise.race(running);
  }
  return chosen.map((step) => verdicts.get(step.name));
}

async function timed(step, write) {
  const begun = performance.now();
  const outcome = await step.run(write).catch((fault) => ({ ok: false, output: fault.stack ?? String(fault) }));
  return { name: step.name, ...outcome, seconds: (performance.now() - begun) / 1000 };
}

/** One line per step, and everything a failed step said. */
export function printVerdict({ name, ok, seconds, output }) {
  console.log(`${ok ? 'pass' : 'FAIL'}  ${name.padEnd(14)} ${seconds.toFixed(1).padStart(6)} s`);
  const said = stripVTControlCharacters(output).trim();
  if (said && (!ok || /\bwarning\b/.test(said))) console.log(said.replace(/^/gm, '      '));
}
