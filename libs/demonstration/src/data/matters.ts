import { decisions } from './decisions.js';
import { instructions } from './instructions.js';
import { messages } from './messages.js';
import type { DemoMatter } from './types.js';

/** Every matter of the demonstration county: messages, instructions, decisions. */
export const matters: DemoMatter[] = [...messages, ...instructions, ...decisions];
