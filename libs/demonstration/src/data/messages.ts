import { dutyNamed } from './duties.js';
import { askersOf } from './messages/askers.js';
import { economyMessages } from './messages/economy.js';
import { environmentMessages } from './messages/environment.js';
import { farmingMessages } from './messages/farming.js';
import { medicalMessages } from './messages/medical.js';
import { teachingMessages } from './messages/teaching.js';
import { tradeMessages } from './messages/trade.js';
import { trafficMessages } from './messages/traffic.js';
import { unclearMessages } from './messages/unclear.js';
import { urbanHomes } from './messages/urban-homes.js';
import { urbanStreets } from './messages/urban-streets.js';
import { welfareMessages } from './messages/welfare.js';
import { workMessages } from './messages/work.js';
import type { DemoMessage, DemoMoment, MessageSeed } from './types.js';

const seeds: MessageSeed[] = [
  ...urbanStreets,
  ...urbanHomes,
  ...environmentMessages,
  ...trafficMessages,
  ...teachingMessages,
  ...workMessages,
  ...tradeMessages,
  ...medicalMessages,
  ...farmingMessages,
  ...welfareMessages,
  ...economyMessages,
  ...unclearMessages,
];

const spreadDays = 60;
/** Coprime to any likely count, so neighbours in the files fall on distant days. */
const stride = 127;

/** First message of the same matter; itself if nobody wrote before. */
function firstAlike(at: number): number {
  const word = seeds[at]?.alike;
  return word === undefined ? at : seeds.findIndex((seed) => seed.alike === word);
}

/** Days spread over two months, yesterday the last; those who write about the same thing write within days. */
function receivedOf(at: number): DemoMoment {
  const first = firstAlike(at);
  const slot = (first * stride) % seeds.length;
  const daysAgo = Math.max(1, spreadDays - Math.floor((slot * spreadDays) / seeds.length) - (at - first) * 2);
  const minute = 390 + ((at * 137) % 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  return { daysAgo, time: `${two(Math.floor(minute / 60))}:${two(minute % 60)}` };
}

function messageOf(seed: MessageSeed, at: number): DemoMessage {
  const number = String(at + 1).padStart(4, '0');
  return {
    ...seed,
    kind: 'netizen_message',
    key: `message-${number}`,
    foreignId: `YS-${number}`,
    askers: askersOf(at, seed.jointly ?? []),
    received: receivedOf(at),
    shelf: seed.shelf ?? dutyNamed(seed.duty).shelf,
    triage: seed.triage ?? (firstAlike(at) < at ? 'merge' : 'register'),
  };
}

/** Every citizen's message, by sector; sort by `received` for the order of arrival. */
export const messages: DemoMessage[] = seeds.map(messageOf);
