import { browserSupportsWebAuthn, startAuthentication, startRegistration } from '@simplewebauthn/browser';
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';
import { api } from '../api/client';
import type { Enrolled, Me } from '../api/types';

/** Whether this browser knows passkeys at this address. */
export const passkeysWork = (): boolean => browserSupportsWebAuthn();

/** The person closed the browser's own dialog, or the device has no such key. */
export class PasskeyDeclined extends Error {}

/** Has the device make a passkey and keeps it under a name. @throws PasskeyDeclined, Problem */
export async function enrolPasskey(name: string): Promise<Enrolled> {
  // boundary: the server hands the options of the ceremony through as they are
  const { options } = await api.post<{ options: PublicKeyCredentialCreationOptionsJSON }>('/factors/passkeys/options');
  const credential = await declinedOr(startRegistration({ optionsJSON: options }));
  return api.post<Enrolled>('/factors/passkeys', { name, credential });
}

/** Has the device sign with one of the account's passkeys. @throws PasskeyDeclined, Problem */
export async function provePasskey(): Promise<Me> {
  const { options } = await api.post<{ options: PublicKeyCredentialRequestOptionsJSON }>(
    '/session/proof/passkey-options',
  );
  const passkey = await declinedOr(startAuthentication({ optionsJSON: options }));
  return api.post<Me>('/session/proof', { passkey });
}

async function declinedOr<T>(ceremony: Promise<T>): Promise<T> {
  try {
    return await ceremony;
  } catch (cause) {
    throw new PasskeyDeclined(cause instanceof Error ? cause.name : 'unknown');
  }
}
