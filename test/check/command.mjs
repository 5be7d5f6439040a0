import { spawn } from 'node:child_process';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the project, whatever the shell's folder is. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** Settings of a real installation must not leak into a check: what runs here is always private. */
const ofAnInstallation = /^(?:DUCHA_(?!REQUIRE_ALL$)|DATABASE_|REDIS_URL$|EVIDENCE_DIR$|S3_|PORT$|HOST$|PUBLIC_URL$)/;

/**
 * The environment for children of the checks and tests.
 * @param extra  keys on top
 */
export function privateEnvironment(extra = {}) {
  const kept = Object.entries(process.env).filter(([key]) => !ofAnInstallation.test(key));
  return { ...Object.fromEntries(kept), NO_COLOR: '1', FORCE_COLOR: undefined, ...extra };
}

/**
 * Runs one program in the project's folder to its end.
 * @param {string[]} words    program and arguments; `node` is this Node
 * @param {object} [options]  `env`: keys on top; `echo`: also print while it runs; `limitMs`: after this it is stopped and failed
 * @returns {Promise<{exitCode: number, stdout: string, output: string}>}  output: stdout and stderr as they came
 */
export function run(words, { env = {}, echo = false, limitMs = 15 * 60_000 } = {}) {
  const program = words[0] === 'node' ? process.execPath : words[0];
  return new Promise((settle) => {
    const child = spawn(program, words.slice(1), {
      cwd: root,
      env: privateEnvironment(env),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said = { stdout: '', output: '' };
    const hear = (stream, sink) =>
      stream.setEncoding('utf8').on('data', (text) => {
        if (stream === child.stdout) said.stdout += text;
        said.output += text;
        if (echo) sink.write(text);
      });
    hear(child.stdout, process.stdout);
    hear(child.stderr, process.stderr);
    const alarm = setTimeout(() => {
      said.output += `\nstopped after ${limitMs / 1000} s`;
      child.kill('SIGKILL');
    }, limitMs);
    child.on('error', (fault) => (said.output += `\n${fault.message}`));
    child.on('close', (exitCode) => {
      clearTimeout(alarm);
      settle({ exitCode: exitCode ?? 1, ...said });
    });
  });
}
