/**
 * The door of every command: `npm start`, `npm run ducha -- …`, or `node …/ducha.mjs …` from any folder. Installs and
 * builds what is missing, then runs the command in this same process: one process to signal, one exit code, and stdout
 * carries nothing but the command's result. Plain Node without packages, for there are none before the first run.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, isStale, parts } from './build.mjs';
import { install, isBundle, isInstalled, root, say } from './installation.mjs';
import { underLock } from './lock.mjs';

const OLDEST_NODE = [20, 19];
const withPages = new Set(['start', 'demo']);

function refuseOldNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  throw new Error(`Ducha needs Node ${OLDEST_NODE.join('.')} or newer; this is ${process.versions.node}.`);
}

/** npm runs scripts in the project's folder; file names in a command mean the folder where it was typed. */
function returnToCallersFolder() {
  const { npm_lifecycle_event: script, INIT_CWD: typedIn } = process.env;
  if (typedIn && ['start', 'ducha', 'demo'].includes(script)) process.chdir(typedIn);
}

/** npm passes a SIGTERM to its shell only, which dies of it alone: an orphan of npm stops as if it had been told to. */
function endWithNpm() {
  const parent = process.ppid;
  const look = () => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
    else setTimeout(look, 500).unref();
  };
  if (process.env.npm_lifecycle_event && process.platform !== 'win32') look();
}

async function prepare(names) {
  const stale = names.filter((name) => isStale(parts[name]));
  if (!isInstalled(stale.length > 0)) {
    const ensure = async () => {
      if (!isInstalled(stale.length > 0)) await install();
    };
    await underLock(join(root, '.installing'), ensure, () => say('Another process is installing; waiting for it …'));
  }
  if (stale.length > 0) await build(stale);
}

async function main(words) {
  refuseOldNode();
  if (!isBundle) await prepare(withPages.has(words[0]) ? ['server', 'web'] : ['server']);
  returnToCallersFolder();
  endWithNpm();
  const program = join(root, 'dist/apps/cli/src/main.js');
  process.argv[1] = program;
  await import(pathToFileURL(program).href);
}

main(process.argv.slice(2)).catch((error) => {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
