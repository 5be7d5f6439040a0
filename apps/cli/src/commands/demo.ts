import { demonstrationFault, DemonstrationLinks, Raid, raidPassphrase } from '@ducha/demonstration';
import { runningInstance, type Settings } from '@ducha/store';
import { Command } from 'commander';
import { linesOf } from '../../../server/src/boot/welcome.js';
import { withApplication } from '../context.js';
import { demoRunCommand } from './demo-run.js';

/** `ducha demo`: the demonstration county. */
export function demoCommand(): Command {
  const links = new Command('links')
    .description('print one-time sign-in links of the running demonstration county')
    .option('--login <login...>', 'account names; without it one person of each role')
    .action((options: { login?: string[] }) => printLinks(options.login));
  const raid = new Command('raid')
    .description('play a night raid in the running demonstration county: sealed, released, people called up')
    .action(() => playRaid());
  return new Command('demo')
    .description('the demonstration county')
    .addCommand(links)
    .addCommand(raid)
    .addCommand(demoRunCommand());
}

async function playRaid(): Promise<void> {
  await withApplication(async (app, settings) => {
    const address = await addressOf(settings);
    const links = app.get(DemonstrationLinks, { strict: false });
    const makeLinks = (logins: readonly string[]) => links.forLogins(logins);
    const report = (line: string): void => void process.stderr.write(`${line}\n`);
    // wall clock: a client of the API has no other
    const id = await new Raid({ address, makeLinks, report, now: new Date() }).run();
    process.stdout.write(`${address}/inspections/${id}\n${address}/sealed/${id}\n口令 passphrase: ${raidPassphrase}\n`);
  });
}

async function printLinks(logins: readonly string[] | undefined): Promise<void> {
  await withApplication(async (app, settings) => {
    const address = await addressOf(settings);
    const links = app.get(DemonstrationLinks, { strict: false });
    process.stdout.write(linesOf(address, await (logins ? links.forLogins(logins) : links.forGuides())));
  });
}

/** Where the links lead: the address of this folder's server, else the one that the settings name. */
async function addressOf(settings: Settings): Promise<string> {
  const running = settings.embedded ? await runningInstance(settings.home) : undefined;
  const address = running?.address ?? settings.publicUrl;
  if (address === undefined) throw demonstrationFault('notRunning');
  return address;
}
