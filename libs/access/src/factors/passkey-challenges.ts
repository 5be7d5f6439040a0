import type { AuthenticatorTransportFuture } from '@simplewebauthn/server';
import type { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { accessFault } from '../access-faults.js';

const challengeMinutes = 5;
const transportNames: readonly AuthenticatorTransportFuture[] = [
  'ble',
  'cable',
  'hybrid',
  'internal',
  'nfc',
  'smart-card',
  'usb',
];

/** The ways to an authenticator that are known by name; a browser may say anything. */
export const asTransports = (said: readonly string[]): AuthenticatorTransportFuture[] =>
  transportNames.filter((name) => said.includes(name));

/** Keeps the session's one open challenge of a purpose. */
export async function keepChallenge(
  tx: EntityManager,
  sessionId: string,
  purpose: 'enrol' | 'prove',
  challenge: string,
): Promise<void> {
  await tx.query(
    `insert into passkey_challenge (session_id, purpose, challenge, expires_at) values ($1, $2, $3, now() + interval '${challengeMinutes} minutes')
     on conflict on constraint passkey_challenge_pk do update set challenge = excluded.challenge, expires_at = excluded.expires_at`,
    [sessionId, purpose, challenge],
  );
}

/**
 * Takes it away, in a transaction of its own: an answer to the same challenge a second time finds none, whatever became
 * of the first. @throws Fault `access.badPasskey`
 */
export async function takeChallenge(store: Store, sessionId: string, purpose: 'enrol' | 'prove'): Promise<string> {
  const [row] = await store.separately(async (tx) => {
    const [taken] = await tx.query<[{ challenge: string; good: boolean }[], number]>(
      'delete from passkey_challenge where session_id = $1 and purpose = $2 returning challenge, expires_at > now() as good',
      [sessionId, purpose],
    );
    return taken;
  });
  if (!row?.good) throw accessFault('badPasskey');
  return row.challenge;
}
