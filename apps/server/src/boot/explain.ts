import { LocalFilesClaimed } from '@ducha/evidence';
import { Fault } from '@ducha/kernel';
import { EmbeddedFault, SettingsFault, UnsafeDatabase } from '@ducha/store';

const forPeople = [SettingsFault, EmbeddedFault, UnsafeDatabase, LocalFilesClaimed, Fault];

/** What a terminal is told of an error: the sentence of a refusal, the whole stack of a bug. */
export function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return forPeople.some((kind) => error instanceof kind) ? error.message : (error.stack ?? error.message);
}
