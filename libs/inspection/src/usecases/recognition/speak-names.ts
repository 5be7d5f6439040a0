import type { Speak } from '../../domain/recognition/named-person.js';

/** How names are spoken; the tables are large and seldom needed, so they are loaded when somebody was asked for a name. */
export async function speakNames(): Promise<Speak> {
  const { pinyin } = await import('pinyin-pro');
  return (name) => pinyin(name, { toneType: 'none', type: 'array', surname: 'head' });
}
