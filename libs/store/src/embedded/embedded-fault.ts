/** The embedded PostgreSQL cannot run here; the message says to a person what is missing and needs no stack. */
export class EmbeddedFault extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'EmbeddedFault';
  }
}
