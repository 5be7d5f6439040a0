import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Actor } from '@ducha/access';
import { paperOf } from './paper.js';
import type { Scene } from './scene.js';

/** The papers that people of the county enclose: real PDF files in the evidence store. */
export class Papers {
  private constructor(private readonly folder: string) {}

  static async open(): Promise<Papers> {
    return new Papers(await mkdtemp(join(tmpdir(), 'ducha-papers-')));
  }

  /** Uploads a one-page paper in somebody's name and answers its id. */
  async enclose(scene: Scene, name: string, text: string, by: Actor): Promise<string> {
    const path = join(this.folder, 'paper.pdf');
    const bytes = paperOf(name, text.split('\n'));
    await writeFile(path, bytes);
    const { id } = await scene.does.storeEvidence.run({ path, fileName: `${name}.pdf`, sizeBytes: bytes.length }, by);
    return id;
  }

  async close(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }
}
