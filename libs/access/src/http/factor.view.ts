import { MeView } from './session.view.js';

/** An enrolled authenticator application. */
export class TotpView {
  confirmedAt: string;
  lastUsedAt: string | null;
}

/** An enrolled passkey. */
export class PasskeyView {
  id: string;
  name: string;
  createdAt: string;
  lastUsedAt: string | null;
}

/** What my account proves itself with. */
export class FactorsView {
  /** Whether one of my posts demands a second factor. */
  demanded: boolean;
  totp: TotpView | null;
  passkeys: PasskeyView[];
  recoveryCodesLeft: number;
  /** False where browsers know no passkeys: at a bare network address. */
  passkeysPossible: boolean;
}

/** What an authenticator application is told; shown once. */
export class TotpEnrolmentView {
  id: string;
  /** `otpauth://…`, for a QR code. */
  address: string;
  /** The same key to be typed by hand. */
  key: string;
}

/** A factor was enrolled. */
export class EnrolledView {
  me: MeView;
  /** Shown this once; null when a sheet exists already. */
  recoveryCodes: string[] | null;
}

/** A new sheet of codes, shown this once. */
export class RecoveryCodesView {
  recoveryCodes: string[];
}

/** Options that go to the browser's own passkey dialog as they are. */
export class PasskeyOptionsView {
  options: Record<string, unknown>;
}
