import { plantProject } from './planted-project.js';

interface Diagnostic {
  readonly filename: string;
  readonly message: string;
  /** `plugin(rule)`, or `typescript(TS2322)` of the compiler; a directive that stops nothing has none. */
  readonly code?: string;
}

/**
 * What the linter says about files planted into a project of our configuration.
 * @param files  text by path
 * @returns      of each path the broken rules in alphabetical order, once for every place: `house/names`
 */
export async function lintPlanted(files: Readonly<Record<string, string>>): Promise<Map<string, string[]>> {
  const project = await plantProject(files);
  try {
    const folders = [...new Set(Object.keys(files).map((path) => path.split('/')[0] ?? path))];
    const { stdout, stderr } = await project.run('node_modules/oxlint/bin/oxlint', '--format', 'json', ...folders);
    const { diagnostics } = JSON.parse(stdout || stderr) as { diagnostics: Diagnostic[] };
    const found = new Map(Object.keys(files).map((path): [string, string[]] => [path, []]));
    for (const { filename, message, code } of diagnostics) {
      found.get(filename)?.push(code?.replace(/^(.*)\((.*)\)$/, '$1/$2') ?? message);
    }
    for (const rules of found.values()) rules.sort();
    return found;
  } finally {
    await project.remove();
  }
}
