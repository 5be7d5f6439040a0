/** A file that proves something. */
export class EvidenceView {
  id: string;
  fileName: string;
  mediaType: string;
  sizeBytes: number;
  /** Hex. */
  sha256: string;
  happenedAt: Date | null;
  capturedAt: Date | null;
  receivedAt: Date;
}
