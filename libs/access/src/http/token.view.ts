/** One of my access tokens; the token itself is kept nowhere. */
export class TokenView {
  id: string;
  name: string;
  /** How the token begins. */
  prefix: string;
  acts: string[];
  /** Title of the post it acts in. */
  post: string;
  createdAt: Date;
  expiresAt: Date;
  lastUsedAt: Date | null;
  state: 'valid' | 'expired' | 'revoked';
}

/** My access tokens and what a new one may be given. */
export class TokensView {
  tokens: TokenView[];
  acts: string[];
}

/** A new access token, shown this once. */
export class MadeTokenView {
  id: string;
  token: string;
}
