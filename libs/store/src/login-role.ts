import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import pg from 'pg';

const iterations = 4096;

/**
 * Creates a role that may log in and nothing else, unless it is there. What is sent is the password's SCRAM-SHA-256
 * verifier (RFC 5802, 3), so that the password stands in no log of the server.
 * @throws Error that says what to run when the connected role may not create roles
 */
export async function ensureLoginRole(client: pg.Client, role: string, password: string): Promise<void> {
  const known = await client.query('select 1 from pg_roles where rolname = $1', [role]);
  if (known.rowCount !== 0) return;
  const name = pg.escapeIdentifier(role);
  try {
    await client.query(
      `create role ${name} login nosuperuser nocreatedb nocreaterole password '${verifierOf(password)}'`,
    );
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === '42501')
      throw new Error(`the owner may not create roles; as a superuser: CREATE ROLE ${name} LOGIN PASSWORD '…'`, {
        cause: error,
      });
    throw error;
  }
}

function verifierOf(password: string): string {
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password.normalize('NFKC'), salt, iterations, 32, 'sha256');
  const keyOf = (word: string): Buffer => createHmac('sha256', salted).update(word).digest();
  const storedKey = createHash('sha256').update(keyOf('Client Key')).digest('base64');
  return `SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${storedKey}:${keyOf('Server Key').toString('base64')}`;
}
