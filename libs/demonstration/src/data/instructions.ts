import { governmentInstructions } from './instructions/government.js';
import { partyInstructions } from './instructions/party.js';
import type { InstructionRow } from './instructions/row.js';
import type { DemoInstruction } from './types.js';

function instructionOf(row: InstructionRow, at: number): DemoInstruction {
  return {
    kind: 'instruction',
    key: `instruction-${String(at + 1).padStart(2, '0')}`,
    principalKey: row.by,
    weight: row.weight ?? 'act',
    document: row.document,
    title: row.title,
    words: row.words,
    place: row.place,
    topic: row.topic,
    shelf: row.shelf,
    proposal: {
      text: row.proposal,
      leadUnitKey: row.lead,
      assistUnitKeys: row.assist.split(' '),
      dueInDays: row.dueInDays,
    },
    received: { daysAgo: row.daysAgo, time: row.time },
  };
}

/** Papers the four principals wrote on, with what the office proposed. */
export const instructions: DemoInstruction[] = [...partyInstructions, ...governmentInstructions].map(instructionOf);
