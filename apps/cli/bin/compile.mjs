/**
 * Compiles libs, server and command line to dist/, file for file by swc. Into the classes and controllers of the API Nest's
 * plugin first writes what TypeScript knows of their types: from that the server makes its OpenAPI document. Whether the
 * types are right, `npm run check` says.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { before as describeTypes } from '@nestjs/swagger/plugin';
import swc from '@swc/core';
import ts from 'typescript';
import { root, say } from './installation.mjs';

const nest = JSON.parse(await readFile(join(root, 'nest-cli.json'), 'utf8'));
const ofTheApi = nest.compilerOptions.plugins.find(({ name }) => name === '@nestjs/swagger').options;
const suffixes = [...ofTheApi.dtoFileNameSuffix, ...ofTheApi.controllerFileNameSuffix];
const isOfTheApi = (file) => suffixes.some((suffix) => file.endsWith(suffix));

const swcOptions = ({ paths }) => ({
  swcrc: false,
  configFile: false,
  jsc: {
    target: 'es2023',
    baseUrl: root,
    paths,
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
    keepClassNames: true,
  },
  module: { type: 'es6', resolveFully: true },
  sourceMaps: true,
});

function refuse(...faults) {
  const host = { getCanonicalFileName: (path) => path, getCurrentDirectory: () => root, getNewLine: () => '\n' };
  throw new Error(ts.formatDiagnostics(faults, host));
}

/** The files of the API in JavaScript, each describing its types; no alias is resolved yet. */
function* described(files, options) {
  const program = ts.createProgram(files, options);
  const transformers = { before: [describeTypes(ofTheApi, program)] };
  for (const file of files) {
    const source = program.getSourceFile(file);
    const faults = program.getSyntacticDiagnostics(source);
    if (faults.length > 0) refuse(...faults);
    const made = {};
    const keep = (path, text) => (made[path.endsWith('.map') ? 'map' : 'code'] = text);
    program.emit(source, keep, undefined, false, transformers);
    yield { file, code: made.code.replace(/\n\/\/# sourceMappingURL=.*/, ''), map: made.map };
  }
}

async function write(file, { code, map }) {
  const product = join(root, 'dist', relative(root, file)).replace(/\.ts$/, '.js');
  await mkdir(dirname(product), { recursive: true });
  await writeFile(product, `${code}\n//# sourceMappingURL=${basename(product)}.map\n`);
  await writeFile(`${product}.map`, map);
}

async function compile() {
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: refuse };
  const { fileNames, options } = ts.getParsedCommandLineOfConfigFile(
    join(root, nest.compilerOptions.tsConfigPath),
    {},
    host,
  );
  const forSwc = swcOptions(options);
  // swc has threads of its own and goes on while TypeScript thinks
  const plain = fileNames.filter((file) => !isOfTheApi(file));
  const written = plain.map(async (file) => write(file, await swc.transformFile(file, forSwc)));
  for (const { file, code, map } of described(fileNames.filter(isOfTheApi), options)) {
    const finished = swc.transform(code, { ...forSwc, filename: file, inputSourceMap: map });
    written.push(finished.then((made) => write(file, made)));
  }
  await Promise.all(written);
}

await compile().catch((fault) => {
  say(fault.message);
  process.exitCode = 1;
});
