import type { INestApplicationContext } from '@nestjs/common';
import { LoadDemonstration } from '@ducha/demonstration';
import type { Settings } from '@ducha/store';

/** Fills a database that nobody has used yet with the demonstration county, where the settings want it. */
export async function fillAtFirstStart(
  app: INestApplicationContext,
  settings: Settings,
  ownerUrl: string | undefined,
  report: (line: string) => void,
): Promise<void> {
  const load = app.get(LoadDemonstration, { strict: false });
  if (settings.demo && (await load.isNeeded())) await load.run({ report, livedAs: ownerUrl ?? null });
}
