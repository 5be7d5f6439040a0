import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this installation. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');

/** A bundle brings modules and build along; nothing is installed or built in it. */
export const isBundle = existsSync(join(root, 'bundle.json'));

/** Everything but a command's result goes to stderr. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/**
 * Runs a program with its output on stderr.
 * @returns {Promise<void>}
 * @throws Error naming the program when it does not end with 0
 */
export function runVisibly(program, words) {
  return new Promise((done, fail) => {
    const child = spawn(program, words, { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
    child.once('error', (error) => fail(new Error(`${program} cannot be run: ${error.message}`)));
    child.once('exit', (code) => (code === 0 ? done() : fail(new Error(`${program} ${words.join(' ')} failed`))));
  });
}

function packagesOf(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : undefined;
}

/**
 * Whether node_modules is what package-lock.json asks for, by npm's own record of what it installed; an `npm ci` or
 * `npm install` of the user counts as well as ours.
 * @param {boolean} withTools  development packages count too: something is to be built
 */
export function isInstalled(withTools) {
  const wanted = packagesOf(join(root, 'package-lock.json'));
  const present = packagesOf(join(root, 'node_modules/.package-lock.json'));
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(([path, { version, optional, dev, devOptional, peer, link }]) => {
    if (path === '' || link) return true;
    const mayMiss = optional || devOptional || peer || (dev && !withTools);
    return present[path] ? present[path].version === version : mayMiss;
  });
}

/** Installs exactly what package-lock.json says. */
export async function install() {
  say('Installing packages (npm ci), the first time this takes a minute or two …');
  await runVisibly('npm', [
    'ci',
    '--include=dev',
    '--include=optional',
    '--prefer-offline',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]);
}
