import type { PersonalClass, Purpose } from '../domain/field-classes.js';
import type { PurgeState } from '../domain/purge-lifecycle.js';
import type { RetentionPart } from '../domain/retention.js';

/** A column that holds personal data. */
export class PersonalFieldView {
  table: string;
  column: string;
  class: PersonalClass;
  purpose: Purpose;
  /** By which rule it ends; null: with the record it belongs to. */
  part: RetentionPart | null;
}

/** How long a part is kept after a matter was closed. */
export class RetentionView {
  part: RetentionPart;
  months: number;
  least: number;
  most: number;
}

/** What the county holds of people, what for, how long. */
export class PrivacyView {
  fields: PersonalFieldView[];
  retention: RetentionView[];
  unmaskDailyCap: number;
  /** Matters of which nothing is purged, because somebody holds them. */
  held: number;
  /** When the oldest backup that still exists was begun; what was purged later may stand in it. */
  oldestBackupAt: Date | null;
}

/** What a purge is about. */
export class PurgePartView {
  part: RetentionPart;
  /** Matters closed before this instant. */
  before: string;
  /** How many there were when it was proposed. */
  matters: number;
  /** How many it was carried out on, and how many values went. */
  purged: number;
  removed: number;
}

/** A person named beside something else. */
export class PrivacyPersonRef {
  id: string;
  name: string;
}

/** Personal data past its time: counts and classes, never whose. */
export class PurgeView {
  id: string;
  version: number;
  state: PurgeState;
  parts: PurgePartView[];
  proposedAt: Date;
  askedBy: PrivacyPersonRef | null;
  askedAt: Date | null;
  decidedBy: PrivacyPersonRef | null;
  decidedAt: Date | null;
  words: string | null;
  doneAt: Date | null;
  actions: string[];
}
