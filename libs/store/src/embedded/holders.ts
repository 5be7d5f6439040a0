import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { markOf, stillRuns } from './processes.js';

/**
 * Who uses the embedded database of a home: a server, a command, a test worker. The last one to leave stops it, so a
 * command that ends does not pull the database away from a server that came later. Call under the home's lock.
 */
export class Holders {
  private static count = 0;
  private readonly folder: string;
  private readonly own: string;

  /** @param home  real path */
  constructor(private readonly home: string) {
    this.folder = join(home, 'holders');
    this.own = `${process.pid}-${(Holders.count += 1)}`;
  }

  join(): void {
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    writeFileSync(join(this.folder, this.own), this.line(markOf(process.pid)));
  }

  /** @returns true when nobody alive is left */
  leave(): boolean {
    rmSync(join(this.folder, this.own), { force: true });
    return this.others().length === 0;
  }

  /** Names the home too: the holders of a home that was copied while it ran do not hold the copy. */
  private line(mark: string): string {
    return `${mark}\n${this.home}`;
  }

  private others(): string[] {
    const alive: string[] = [];
    for (const name of readdirSync(this.folder)) {
      const line = readFileSync(join(this.folder, name), 'utf8');
      const mark = line.slice(0, line.indexOf('\n'));
      if (stillRuns(mark) && line === this.line(mark)) alive.push(name);
      else rmSync(join(this.folder, name), { force: true });
    }
    return alive;
  }
}
