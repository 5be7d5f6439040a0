/** What sign-in needs to know of the installation. */
export class AccessOptions {
  /** Origin of `PUBLIC_URL`, when set. */
  readonly publicOrigin: string | undefined;
  /** `__Host-ducha` with https, else `ducha`. */
  readonly cookieName: string;
  readonly secureCookie: boolean;

  constructor(publicUrl: string | undefined) {
    this.publicOrigin = publicUrl === undefined ? undefined : new URL(publicUrl).origin;
    this.secureCookie = publicUrl?.startsWith('https:') ?? false;
    this.cookieName = this.secureCookie ? '__Host-ducha' : 'ducha';
  }
}
