import { createInterface } from 'node:readline/promises';
import { isRole, Passwords, People, roles } from '@ducha/access';
import { FoundUnits } from '@ducha/org';
import { Store } from '@ducha/store';
import { Command, InvalidArgumentError } from 'commander';
import type { EntityManager } from 'typeorm';
import { withApplication } from '../context.js';

interface NewAdmin {
  login: string;
  name: string;
  role: string;
  title: string;
  unit: string;
}

/** `ducha admin create`: the first accounts of an installation. The password is asked for, or read from stdin. */
export function adminCommand(): Command {
  const create = new Command('create')
    .description('create a person with an account and a post')
    .requiredOption('--login <login>', 'account name')
    .requiredOption('--name <name>', "the person's name")
    .option('--role <role>', `one of ${roles.join(', ')}`, knownRole, 'sysadmin')
    .option('--title <title>', 'title of the post', '系统管理员')
    .option('--unit <name>', 'name of the unit; founded when it does not exist', '县')
    .action((admin: NewAdmin) => createAdmin(admin));
  return new Command('admin').description('accounts').addCommand(create);
}

function knownRole(role: string): string {
  if (!isRole(role)) throw new InvalidArgumentError(`must be one of ${roles.join(', ')}`);
  return role;
}

async function createAdmin(admin: NewAdmin): Promise<void> {
  const password = await askPassword();
  await withApplication(async (app) => {
    const people = app.get(People);
    const hash = await app.get(Passwords).hash(password);
    await app.get(Store).transaction(async (tx) => {
      const unitId = await unitNamed(tx, admin.unit, app.get(FoundUnits));
      const personId = await people.enter(tx, { name: admin.name }, null);
      await people.openAccount(tx, personId, admin.login, hash, null);
      if (!isRole(admin.role)) throw new Error(`unknown role ${admin.role}`);
      const [clock] = await tx.query<{ now: Date }[]>('select now() as now');
      await people.givePost(
        tx,
        { personId, role: admin.role, unitId, title: admin.title, from: clock?.now ?? '2000-01-01T00:00:00Z' },
        null,
      );
    });
  });
  process.stdout.write(`${admin.login}\n`);
}

async function unitNamed(tx: EntityManager, name: string, found: FoundUnits): Promise<string> {
  const [known] = await tx.query<{ id: string }[]>('select id from unit where name = $1 and to_at is null limit 1', [
    name,
  ]);
  if (known) return known.id;
  const [root] = await tx.query<{ key: string }[]>('select key from unit where parent_id is null limit 1');
  if (root) throw new Error(`there is no unit named ${name}`);
  const ids = await found.run(
    tx,
    [{ key: 'county', name, shortName: name, kind: 'county', parentKey: null, sort: 0, from: '2000-01-01T00:00:00Z' }],
    null,
  );
  return ids.get('county') ?? '';
}

/** On a terminal nothing is echoed; from a pipe the first line is taken. */
async function askPassword(): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr, terminal: process.stdin.isTTY });
  if (process.stdin.isTTY) {
    process.stderr.write('Password (at least 10 characters): ');
    Object.assign(lines, { _writeToOutput: () => undefined });
  }
  for await (const line of lines) {
    lines.close();
    process.stderr.write('\n');
    return line;
  }
  throw new Error('a password is needed on standard input');
}
