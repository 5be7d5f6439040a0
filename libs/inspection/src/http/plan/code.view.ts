/** A public key, raw 32 bytes as base64url. */
export class CodeKeyView {
  id: string;
  publicKey: string;
}

/** The county's public keys. */
export class CodeKeysView {
  county: string;
  keys: CodeKeyView[];
}

/** What a code stands for: the signed token, and whether the inspection is still out. */
export class CodeView {
  token: string;
  underWay: boolean;
}
