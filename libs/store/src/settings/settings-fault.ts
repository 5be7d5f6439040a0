import type { SettingProblem } from './setting-key.js';

/** The process refuses to start: every bad key with its reason, never with its value. */
export class SettingsFault extends Error {
  constructor(readonly problems: readonly SettingProblem[]) {
    super(['Ducha cannot start with these settings:', ...problems.map((p) => `  ${p.key} ${p.reason}`)].join('\n'));
    this.name = 'SettingsFault';
  }
}
