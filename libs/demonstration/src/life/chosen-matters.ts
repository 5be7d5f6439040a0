import { decisions } from '../data/decisions.js';
import { messages } from '../data/messages.js';
import type { DemoDecision, DemoMessage } from '../data/types.js';

/** Of the plain messages every so-manieth is lived, of groups that write about one thing too; `npm run demo` enters all. */
const everyNth = 8;

/** The messages that the lived county took in: every hard case of triage, and a spread of the plain ones. */
export function chosenMessages(): DemoMessage[] {
  const words = [...new Set(messages.flatMap(({ alike }) => alike ?? []))];
  const chosenWords = new Set(words.filter((_, at) => at % 4 === 0));
  return messages.filter(
    ({ triage, alike, unclear }, at) =>
      unclear !== undefined ||
      (alike === undefined ? triage !== 'register' || at % everyNth === 0 : chosenWords.has(alike)),
  );
}

/** Every other item of the minutes: counted work goes on for months and brings many units together. */
export function chosenDecisions(): DemoDecision[] {
  return decisions.filter((_, at) => at % 2 === 1);
}
