import type { INestApplicationContext } from '@nestjs/common';
import type { Settings } from '@ducha/store';

/** Prints the address first; in the demonstration county also one-time links to look around with. */
export async function welcome(_app: INestApplicationContext, _settings: Settings, address: string): Promise<void> {
  process.stdout.write(`Ducha: ${address}\n`);
  await Promise.resolve();
}
