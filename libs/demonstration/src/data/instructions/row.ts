import type { DemoInstruction, StoryShelfName } from '../types.js';

/** One paper with a principal's words; lead and assists by unit key, blanks between. */
export interface InstructionRow {
  by: 'secretary' | 'magistrate' | 'deputy-secretary' | 'executive';
  weight?: DemoInstruction['weight'];
  daysAgo: number;
  time: string;
  document: string;
  place: string;
  topic: string;
  shelf: StoryShelfName;
  title: string;
  words: string;
  proposal: string;
  lead: string;
  assist: string;
  dueInDays: number;
}
