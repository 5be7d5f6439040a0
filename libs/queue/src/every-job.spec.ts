import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** Job names that a source file adds to the interface `Jobs`, and those that it handles or declares. */
interface Found {
  readonly merged: string[];
  readonly declared: string[];
}

function jobsIn(path: string, text: string): Found {
  const found: Found = { merged: [], declared: [] };
  const look = (node: ts.Node): void => {
    if (ts.isInterfaceDeclaration(node) && node.name.text === 'Jobs' && ts.isModuleBlock(node.parent)) {
      for (const { name } of node.members) if (name && ts.isStringLiteral(name)) found.merged.push(name.text);
    }
    if (ts.isCallExpression(node) && ['JobHandler', 'declareJob'].includes(node.expression.getText(file))) {
      const [name] = node.arguments;
      if (name && ts.isStringLiteral(name)) found.declared.push(name.text);
    }
    ts.forEachChild(node, look);
  };
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  look(file);
  return found;
}

function jobsOf(folder: string): Found {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.spec.ts') && !path.includes('node_modules'))
    .map((path) => join(folder, path));
  const found = files.map((path) => jobsIn(path, readFileSync(path, 'utf8')));
  return { merged: found.flatMap(({ merged }) => merged), declared: found.flatMap(({ declared }) => declared) };
}

// An interface leaves no trace at run time, so a job that is only merged could be added to the outbox and never run.
describe('every job of the source tree', () => {
  it('that is merged into Jobs is declared by a handler, and the other way round', () => {
    const { merged, declared } = jobsOf(join(__dirname, '../..'));
    expect([...new Set(declared)].sort()).toEqual([...merged].sort());
  });

  it('would be missed without its handler (negative control)', () => {
    const only = "declare module '@ducha/queue' { interface Jobs { 'a.b': { id: string } } }";
    expect(jobsIn('only.ts', only)).toEqual({ merged: ['a.b'], declared: [] });
    expect(jobsIn('both.ts', `${only} @JobHandler('a.b') class B {}`)).toEqual({ merged: ['a.b'], declared: ['a.b'] });
  });
});
