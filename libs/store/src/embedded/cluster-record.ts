import { createHash, randomBytes } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import { everyoneCanEnter, type ServerUser } from './server-user.js';
import { EmbeddedFault } from './embedded-fault.js';

/** Where root keeps data and programs that another account must reach but cannot reach in the home. */
const SYSTEM_FOLDER = '/var/lib/ducha';

/** What a home remembers of its embedded database. The file holds passwords and is readable by its owner alone. */
export interface ClusterRecord {
  /** Folder of data, log and nothing else; in the home, or in the system folder. */
  readonly base: string;
  /** Real path of the home when the record was made. */
  readonly home: string;
  readonly passwords: { readonly superuser: string; readonly owner: string; readonly app: string };
}

const password = (): string => randomBytes(24).toString('base64url');

function parse(text: string): ClusterRecord {
  // boundary: our own file, checked below
  const { base, home, passwords } = JSON.parse(text) as ClusterRecord;
  const texts: unknown[] = [base, home, passwords?.superuser, passwords?.owner, passwords?.app];
  if (!texts.every((value) => typeof value === 'string'))
    throw new EmbeddedFault('postgres.json is not what Ducha wrote');
  return { base, home, passwords };
}

/** A copied home must not share the data of the home it was copied from; a moved one keeps its data. */
function isCopy(record: ClusterRecord, home: string): boolean {
  return isAbsolute(record.base) && record.home !== home && existsSync(join(record.home, 'postgres.json'));
}

/** Makes the system folder: everyone may pass, what is inside has its own rights. */
export function systemFolder(): string {
  mkdirSync(SYSTEM_FOLDER, { recursive: true });
  chmodSync(SYSTEM_FOLDER, 0o755);
  return SYSTEM_FOLDER;
}

function freeSystemBase(home: string): string {
  const stem = join(systemFolder(), createHash('sha256').update(home).digest('hex').slice(0, 16));
  for (let n = 1; ; n += 1) {
    const base = n === 1 ? stem : `${stem}-${n}`;
    if (!existsSync(base)) return base;
  }
}

function makeRecord(home: string, user: ServerUser | undefined): ClusterRecord {
  const base = !user || everyoneCanEnter(home) ? 'postgres' : freeSystemBase(home);
  return { base, home, passwords: { superuser: password(), owner: password(), app: password() } };
}

function write(file: string, record: ClusterRecord): void {
  const draft = `${file}.new`;
  writeFileSync(draft, `${JSON.stringify(record, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, file);
}

/**
 * Makes the home when missing. Root's home lets the server's account pass through, but not look around.
 * @returns its real path
 * @throws EmbeddedFault when it belongs to another account
 */
export function makeHome(home: string, user: ServerUser | undefined): string {
  if (!existsSync(home)) {
    mkdirSync(home, { recursive: true });
    chmodSync(home, user ? 0o711 : 0o700);
  }
  try {
    accessSync(home, constants.W_OK);
  } catch {
    throw new EmbeddedFault(`${home} belongs to another account; start Ducha as that one, or set DUCHA_HOME`);
  }
  return realpathSync(home);
}

/**
 * Reads the home's record, or decides where the data will be and makes the passwords. Call it under the home's lock.
 * @param home  real path
 * @throws EmbeddedFault when the file was damaged: the data it leads to are not touched
 */
export function clusterRecord(home: string, user: ServerUser | undefined): ClusterRecord {
  const file = join(home, 'postgres.json');
  const known = existsSync(file) ? parse(readFileSync(file, 'utf8')) : undefined;
  if (known && !isCopy(known, home)) return { ...known, base: resolve(home, known.base) };
  const record = makeRecord(home, user);
  write(file, record);
  return { ...record, base: resolve(home, record.base) };
}
