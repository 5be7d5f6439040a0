/** What must be undone when the bench ends, however it ends: in reverse order, each once. */
export class Cleanup {
  #steps = [];
  #running;

  /** @param {() => unknown} undo */
  add(undo) {
    this.#steps.push(undo);
  }

  /** Undoes everything; a step that fails is told and does not keep the others from theirs. */
  run() {
    this.#running ??= this.#undoAll();
    return this.#running;
  }

  async #undoAll() {
    for (const undo of this.#steps.reverse()) {
      try {
        await undo();
      } catch (error) {
        process.stderr.write(`while cleaning up: ${error.message}\n`);
      }
    }
  }

  /** A signal or a broken promise ends the bench, but not before everything is undone. */
  onEveryEnd() {
    const end = (code) => void this.run().then(() => process.exit(code));
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => end(130));
  }
}
