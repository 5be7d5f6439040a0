/** The ways of signing in that this installation has. */
export class SignInWaysView {
  password: boolean;
  /** Through the county's identity provider. */
  oidc: boolean;
}

/** Where the browser goes to sign in at the identity provider. */
export class OidcStartView {
  address: string;
}
