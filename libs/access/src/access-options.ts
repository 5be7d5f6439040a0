import { isIP } from 'node:net';
import type { Settings } from '@ducha/store';
import type { Request } from 'express';

/** To whom a passkey belongs: the name of this place and the origin that browsers see. */
export interface RelyingParty {
  readonly id: string;
  readonly origin: string;
}

/** What sign-in needs to know of the installation. */
export class AccessOptions {
  /** Origin of `PUBLIC_URL`, when set. */
  readonly publicOrigin: string | undefined;
  /** `__Host-ducha` with https, else `ducha`. */
  readonly cookieName: string;
  readonly secureCookie: boolean;
  /** Minutes for which a proof counts as fresh. */
  readonly freshMinutes: number;

  constructor({ publicUrl, freshMinutes }: Pick<Settings, 'publicUrl' | 'freshMinutes'>) {
    this.publicOrigin = publicUrl === undefined ? undefined : new URL(publicUrl).origin;
    this.secureCookie = publicUrl?.startsWith('https:') ?? false;
    this.cookieName = this.secureCookie ? '__Host-ducha' : 'ducha';
    this.freshMinutes = freshMinutes;
  }

  /** Undefined where browsers know no passkeys: on a bare address, which has no name. */
  relyingParty(request: Request): RelyingParty | undefined {
    const origin = this.publicOrigin ?? `${request.protocol}://${request.headers.host ?? ''}`;
    if (!URL.canParse(origin)) return undefined;
    const { hostname } = new URL(origin);
    return isIP(hostname.replace(/^\[|\]$/g, '')) === 0 ? { id: hostname, origin } : undefined;
  }
}
