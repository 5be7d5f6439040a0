import { ApiClient } from './api-client.js';
import { Crowd, type MakeLinks } from './crowd.js';
import { type Outcome, outcomeOf } from './outcome.js';
import { goesElsewhere, isDelivered } from './scenes/delivery.js';
import { takesIn } from './scenes/intake.js';
import { goesOutAgain, isDecided, isPresentedOrClosed, isVerified } from './scenes/judging.js';
import {
  fansOut,
  mandatesAreGiven,
  proposalsAreDecided,
  registersDecisions,
  registersMessages,
} from './scenes/registration.js';
import { isRead, isReplied } from './scenes/replies.js';
import { triages } from './scenes/triage.js';
import { assistsAnswer, leadsAnswer, unitsReport, unitsSign } from './scenes/unit-work.js';
import { Stage } from './stage.js';

/** Where the play is given, and who watches. */
export interface PlayOptions {
  /** Address of a running server with the demonstration county and without matters. */
  readonly address: string;
  readonly makeLinks: MakeLinks;
  /** Told as every phase moves on. */
  readonly progress: (phase: string, done: number, total: number) => void;
}

/** What came of it. */
export interface Played extends Outcome {
  readonly phases: readonly { readonly name: string; readonly ms: number }[];
}

const mostRounds = 6;

/**
 * Plays the county's homework from the first message to the last reply, through the public HTTP API as clients would.
 * @throws ApiRefusal, Error as soon as something goes otherwise than it must
 */
export async function play({ address, makeLinks, progress }: PlayOptions): Promise<Played> {
  const phases: { name: string; ms: number }[] = [];
  let phase = '';
  const crowd = new Crowd(new ApiClient(address, null), makeLinks);
  // wall clock: a client of the API has no other
  const stage = new Stage(crowd, new Date(), (done, total) => progress(phase, done, total));
  const during = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    phase = name;
    const startedMs = performance.now();
    const result = await work();
    const ms = performance.now() - startedMs;
    const known = phases.find((one) => one.name === name);
    if (known) known.ms += ms;
    else phases.push({ name, ms });
    return result;
  };
  await crowd.gather();
  await during('登记', () => takesIn(stage));
  await during('甄别', () => triages(stage));
  await during('立项交办', () => assigns(stage));
  await during('送达', () => isDelivered(stage));
  await during('撤回改派', () => goesElsewhere(stage));
  for (let round = 1; round <= mostRounds && (await isOpen(stage)); round += 1) await works(stage, during);
  await during('答复', () => isReplied(stage));
  await during('回访', () => isRead(stage));
  return { ...(await during('核对', () => outcomeOf(stage))), phases };
}

async function assigns(stage: Stage): Promise<void> {
  await mandatesAreGiven(stage);
  await registersMessages(stage);
  await registersDecisions(stage);
  await proposalsAreDecided(stage);
  await fansOut(stage);
}

/** One round: whatever is open goes one way through the hands of units and bureau; what was returned comes again. */
async function works(stage: Stage, during: (name: string, work: () => Promise<void>) => Promise<void>): Promise<void> {
  await during('送达', async () => {
    await goesOutAgain(stage);
    await isDelivered(stage);
  });
  await during('签收', () => unitsSign(stage));
  await during('反馈', () => unitsReport(stage));
  await during('协办', () => assistsAnswer(stage));
  await during('报结签发', () => leadsAnswer(stage));
  await during('核查', () => isVerified(stage));
  await during('呈报办结', async () => {
    await isPresentedOrClosed(stage);
    await isDecided(stage);
  });
}

async function isOpen(stage: Stage): Promise<boolean> {
  return (await stage.tasks('registered,dispatched,under_way,answered,verified,presented')).length > 0;
}
