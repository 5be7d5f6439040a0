import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../check/command.mjs';

const flows = join(root, 'test/flows');
const groups = join(root, 'test/.groups');
const perGroup = 16;

/**
 * Jest loads some 4,000 modules anew for every file, about 5 s of work. A whole run therefore takes the flow specs by
 * groups: each group is one file that holds its specs, each under its own path. One spec alone runs as ever.
 * @returns {Promise<string[]>} arguments for Jest
 */
export async function groupFlows() {
  const specs = await bySize();
  const count = Math.ceil(specs.length / perGroup);
  await rm(groups, { recursive: true, force: true });
  await mkdir(groups, { recursive: true });
  // dealt out one by one, the long ones first: the groups are of a length
  await Promise.all(
    Array.from({ length: count }, (_, group) =>
      writeFile(
        join(groups, `flows-${group + 1}.spec.ts`),
        specs
          .filter((_spec, at) => at % count === group)
          .map(chapterOf)
          .join(''),
      ),
    ),
  );
  return ['--testPathIgnorePatterns', '/node_modules/', '<rootDir>/test/flows/'];
}

/** Removes what `groupFlows` wrote. */
export const ungroupFlows = () => rm(groups, { recursive: true, force: true });

const chapterOf = (name) => `describe('test/flows/${name}', () => void require('../flows/${name}'));\n`;

async function bySize() {
  const names = (await readdir(flows)).filter((name) => name.endsWith('.spec.ts'));
  const sized = await Promise.all(names.map(async (name) => ({ name, size: (await stat(join(flows, name))).size })));
  return sized.sort((a, b) => b.size - a.size).map(({ name }) => name);
}
