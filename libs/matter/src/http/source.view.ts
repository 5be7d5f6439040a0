/** Who a protected signatory is. */
export class ProtectedSourceView {
  signatoryId: string;
  name: string;
  contact: string | null;
}

/** Everybody whose identity one matter protects. */
export class ProtectedSourcesView {
  sources: ProtectedSourceView[];
}
