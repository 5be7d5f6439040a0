/**
 * `npm run bundle [-- --with-node] [--out FOLDER]`: one archive of code, modules, pages, fonts and PostgreSQL that is
 * unpacked and started on a machine without any network. It runs on the platform it was made on.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, cpSync, createReadStream, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { statSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { build } from './build.mjs';
import { guide, startScript } from './bundle-texts.mjs';
import { install, isBundle, isInstalled, root, say } from './installation.mjs';

const plainFiles = ['package.json', 'LICENSE', 'README.md', 'README.zh-CN.md'];
const folders = ['dist/apps', 'dist/libs', 'apps/web/dist', 'apps/cli/bin'];
/** Only compilers and debuggers read these. */
const needless = /(?:\.d\.[cm]?ts|\.map|\.tsbuildinfo|\.a)$|\/native\/include$/;

/** Packages that the running program needs, by npm's own record; development packages stay behind. */
function neededPackages() {
  const { packages } = JSON.parse(readFileSync(join(root, 'node_modules/.package-lock.json'), 'utf8'));
  return Object.entries(packages)
    .filter(([path, { dev, link }]) => path !== '' && !dev && !link && existsSync(join(root, path)))
    .map(([path]) => path);
}

/** Copies one folder; a package's own nested packages have their own entry in the list. */
function copyFolder(stage, path) {
  const from = join(root, path);
  const nested = join(from, 'node_modules');
  const filter = (file) => file !== nested && !needless.test(file);
  cpSync(from, join(stage, path), { recursive: true, verbatimSymlinks: true, filter });
}

function copyNode(stage) {
  mkdirSync(join(stage, 'node'), { recursive: true });
  cpSync(process.execPath, join(stage, 'node/node'), { dereference: true });
  chmodSync(join(stage, 'node/node'), 0o755);
}

function fill(stage, { version, withNode }) {
  for (const path of [...folders, ...neededPackages()]) copyFolder(stage, path);
  for (const file of plainFiles) if (existsSync(join(root, file))) cpSync(join(root, file), join(stage, file));
  if (withNode) copyNode(stage);
  const facts = { version, platform: process.platform, arch: process.arch, madeWithNode: process.versions.node };
  writeFileSync(join(stage, 'bundle.json'), `${JSON.stringify(facts, null, 2)}\n`);
  writeFileSync(join(stage, 'INSTALL.md'), guide(version));
  writeFileSync(join(stage, 'ducha'), startScript, { mode: 0o755 });
}

function pack(stage, archive) {
  const anonymous = process.platform === 'linux' ? ['--owner=0', '--group=0', '--numeric-owner'] : [];
  const words = ['-czf', archive, ...anonymous, '-C', resolve(stage, '..'), basename(stage)];
  const run = spawnSync('tar', words, { stdio: ['ignore', 2, 2] });
  if (run.status !== 0) throw new Error(`tar could not write ${archive}`);
}

async function digestOf(file) {
  const digest = createHash('sha256');
  await pipeline(createReadStream(file), digest);
  return digest.digest('hex');
}

function choicesOf(words) {
  const out = words.indexOf('--out');
  return {
    withNode: words.includes('--with-node'),
    out: out >= 0 && words[out + 1] ? resolve(words[out + 1]) : join(root, 'dist'),
  };
}

async function main(words) {
  if (isBundle) throw new Error('this is a bundle already');
  const { withNode, out } = choicesOf(words);
  if (!isInstalled(true)) await install();
  await build(['server', 'web']);
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const name = `ducha-${version}-${process.platform}-${process.arch}`;
  mkdirSync(out, { recursive: true });
  const folder = mkdtempSync(join(out, '.bundle-'));
  try {
    say('Collecting files …');
    fill(join(folder, name), { version, withNode });
    say('Packing …');
    const archive = join(out, `${name}.tar.gz`);
    pack(join(folder, name), archive);
    const megabytes = (statSync(archive).size / 1e6).toFixed(0);
    say(`${megabytes} MB, sha256 ${await digestOf(archive)}`);
    process.stdout.write(`${archive}\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

main(process.argv.slice(2)).catch((error) => {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
