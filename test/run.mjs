/**
 * `npm test [-- check|jest|browser …]`: sets itself up in a fresh clone, then runs the check, the Jest suites and the
 * browser journeys one after the other and ends with one line: `Tests: N passed, M failed, K skipped`.
 * `DUCHA_REQUIRE_ALL=1` turns a skip for want of Chromium or redis-server into a failure.
 */
import { join } from 'node:path';
import { build } from '../apps/cli/bin/build.mjs';
import { install, isInstalled, root } from '../apps/cli/bin/installation.mjs';
import { underLock } from '../apps/cli/bin/lock.mjs';
import { findRequirements, loudly, requireAll } from './runner/requirements.mjs';
import { runBrowser, runCheck, runJest } from './runner/suites.mjs';
import { lastLine, sum } from './runner/tally.mjs';

const { chromium, redisServer } = findRequirements();
const parts = { check: runCheck, jest: runJest, browser: () => runBrowser(chromium) };

/** A part that breaks down is a failure of its own, and the others still run. */
async function tallyOf(name) {
  console.log(`\n== ${name}`);
  return parts[name]().catch((fault) => {
    console.error(fault);
    return { passed: 0, failed: 1, skipped: 0 };
  });
}

function tallyOfRedis() {
  if (redisServer !== undefined) return { passed: 0, failed: 0, skipped: 0 };
  loudly('no redis-server on the PATH: the Redis half of the queue suites is SKIPPED');
  return { passed: 0, failed: requireAll() ? 1 : 0, skipped: 0 };
}

/** Installs what is missing. The check builds as its first step; without it the build happens here. */
async function setUp(chosen) {
  const installMissing = async () => {
    if (!isInstalled(true)) await install();
  };
  await underLock(join(root, '.installing'), installMissing, () => console.log('Another process is installing …'));
  if (!chosen.includes('check')) await build(['server', 'web']);
}

async function main(words) {
  const unknown = words.filter((word) => !(word in parts));
  if (unknown.length > 0) throw new Error(`no such part: ${unknown.join(', ')} (${Object.keys(parts).join(', ')})`);
  const chosen = words.length > 0 ? words : Object.keys(parts);
  await setUp(chosen);
  const tallies = [tallyOfRedis()];
  for (const name of chosen) tallies.push(await tallyOf(name));
  const total = sum(tallies);
  console.log(`\n${lastLine(total)}`);
  process.exitCode = total.failed === 0 ? 0 : 1;
}

main(process.argv.slice(2));
