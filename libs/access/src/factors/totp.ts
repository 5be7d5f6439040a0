import { Secret, TOTP } from 'otpauth';

/** Length of one step, in seconds (RFC 6238). */
export const stepSeconds = 30;
/** Steps before and after the present one that are taken, for clocks that differ. */
const tolerance = 1;

const generatorOf = (secret: Buffer, label = '', issuer = ''): TOTP =>
  new TOTP({ secret: new Secret({ buffer: new Uint8Array(secret).buffer }), label, issuer, period: stepSeconds });

/**
 * The step whose code was given, or undefined when it is none of those around `step`.
 * @param step number of the present step since 1970
 */
export function stepOfCode(secret: Buffer, code: string, step: number): number | undefined {
  const timestamp = step * stepSeconds * 1000;
  const delta = generatorOf(secret).validate({ token: code, timestamp, window: tolerance });
  return delta === null ? undefined : step + delta;
}

/** What an authenticator application is told: by QR code the address, by hand the key in groups of four. */
export function enrolmentOf(secret: Buffer, login: string, county: string): { address: string; key: string } {
  const generator = generatorOf(secret, login, county);
  const key = generator.secret.base32.replace(/=+$/, '');
  return { address: generator.toString(), key: key.replace(/(.{4})(?=.)/g, '$1 ') };
}
