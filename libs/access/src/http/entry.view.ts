/** Whom an entry link lets in. */
export class EntryPreviewView {
  person: string;
  login: string;
  title: string;
  unit: string;
}

/** A new entry link; its token is seen this once. */
export class NewEntryView {
  person: string;
  login: string;
  token: string;
}

/** The password was changed; how many other sessions ended with it. */
export class PasswordChangedView {
  sessionsEnded: number;
}
