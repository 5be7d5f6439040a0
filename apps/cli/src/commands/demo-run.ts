import { setTimeout as pause } from 'node:timers/promises';
import { verifyChain } from '@ducha/audit';
import { DemonstrationLinks, play } from '@ducha/demonstration';
import { type StopStep, stopInOrder, stopOnSignal, Store } from '@ducha/store';
import type { INestApplicationContext } from '@nestjs/common';
import { Command } from 'commander';
import { linesOf } from '../../../server/src/boot/welcome.js';
import { PlayScreen } from './demo-screen.js';
import { tableOf } from './demo-table.js';
import { openPrivateInstance } from './demo-instance.js';

const lookEveryMs = 200;
const mostLooks = 150;
const tell = (line: string): void => void process.stderr.write(`${line}\n`);

/** `ducha demo run`: the county's homework from the first message to the last reply, in a private instance. */
export function demoRunCommand(): Command {
  return new Command('run')
    .description('play the whole homework through the HTTP API of a private instance (npm run demo)')
    .option('--keep', 'keep the instance running afterwards until Ctrl-C (the default on a terminal)')
    .option('--exit', 'stop afterwards (the default elsewhere)')
    .action((options: { keep?: boolean; exit?: boolean }) =>
      runDemo(options.keep ?? (options.exit ? false : process.stdout.isTTY)),
    );
}

async function runDemo(keep: boolean): Promise<void> {
  const steps: StopStep[] = [];
  const stop = (): Promise<boolean> => stopInOrder([...steps].reverse(), tell);
  stopOnSignal(() => [...steps].reverse(), tell);
  try {
    const { app, address } = await openPrivateInstance(steps, tell);
    const links = app.get(DemonstrationLinks, { strict: false });
    const screen = new PlayScreen(process.stderr);
    const played = await play({ address, makeLinks: (logins) => links.forLogins(logins), progress: screen.show });
    screen.end();
    const audit = await auditOf(app);
    process.stdout.write(tableOf(played, audit));
    process.stdout.write(`\n${address}\n`);
    if (keep) process.stdout.write(`\n${linesOf(address, await links.forGuides())}`);
    if (audit.findings > 0 || played.failures.length > 0) process.exitCode = 1;
  } catch (error) {
    await stop();
    throw error;
  }
  if (keep) return tell('\nCtrl-C stops it and removes everything.');
  tell('It is stopped and removed now; with --keep, as on a terminal, it stays to be looked at.');
  if (!(await stop())) process.exitCode = 1;
}

/** Rows of the audit chain, once all are linked, and what a verification finds wrong with it. */
async function auditOf(app: INestApplicationContext): Promise<{ rows: number; findings: number }> {
  const store = app.get(Store, { strict: false });
  const isPending = async (): Promise<boolean> => (await store.query('select 1 from audit_pending limit 1')).length > 0;
  for (let looks = 0; looks < mostLooks && (await isPending()); looks += 1) await pause(lookEveryMs);
  const { links, tampering } = await verifyChain(store, []);
  return { rows: links, findings: tampering.length };
}
