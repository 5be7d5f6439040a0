import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../../check/command.mjs';

/** Where the build of a source file lies. @param {string} source  e.g. `apps/server/src/main` */
export const builtFile = (source) => join(root, 'dist', `${source}.js`);

/** Imports a part of the built product; it must have been built before. @param {string} source */
export const importBuilt = (source) => import(pathToFileURL(builtFile(source)).href);
