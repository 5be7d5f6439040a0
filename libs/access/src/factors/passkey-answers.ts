import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { accessFault } from '../access-faults.js';

const longest = 16_000;
const texts = (value: unknown, ...names: string[]): boolean =>
  typeof value === 'object' &&
  value !== null &&
  names.every((name) => {
    const text: unknown = Reflect.get(value, name);
    return typeof text === 'string' && text.length > 0 && text.length <= longest;
  });

/** The shape of what `navigator.credentials.create` answers; the ceremony itself looks at the content. @throws Fault `access.badPasskey` */
export function asRegistration(answer: Record<string, unknown>): RegistrationResponseJSON {
  if (!texts(answer, 'id', 'rawId', 'type') || !texts(answer['response'], 'clientDataJSON', 'attestationObject'))
    throw accessFault('badPasskey');
  // boundary: every part that the ceremony reads was looked at
  return { ...answer, clientExtensionResults: {} } as unknown as RegistrationResponseJSON;
}

/** The shape of what `navigator.credentials.get` answers. @throws Fault `access.badPasskey` */
export function asAuthentication(answer: Record<string, unknown>): AuthenticationResponseJSON {
  const whole = texts(answer['response'], 'clientDataJSON', 'authenticatorData', 'signature');
  if (!texts(answer, 'id', 'rawId', 'type') || !whole) throw accessFault('badPasskey');
  // boundary: every part that the ceremony reads was looked at
  return { ...answer, clientExtensionResults: {} } as unknown as AuthenticationResponseJSON;
}
