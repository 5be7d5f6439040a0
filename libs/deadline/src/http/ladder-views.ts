import type { Audience, Ladder, Rung } from '../domain/ladders/ladder.js';
import type { KeptLadder } from '../queries/ladders.query.js';
import type { LadderTextBody, RungBody } from './ladder.dto.js';
import type { LadderView, RungView } from './ladder.view.js';

/** A ladder as it is shown. */
export function ladderView(kept: KeptLadder): LadderView {
  const {
    code,
    revision,
    title,
    titleZh,
    clock,
    importance,
    origin,
    shippedText,
    effectiveAt,
    taken,
    retired,
    madeAt,
  } = kept;
  return {
    ...{ code, revision, title, titleZh, clock, importance, origin, shippedText, effectiveAt, taken, retired, madeAt },
    kinds: [...kept.kinds],
    rungs: kept.rungs.map(rungView),
  };
}

const rungView = ({ id, offset, unit, action, level, audience, channels, template }: Rung): RungView => ({
  ...{ id, offset, unit, action, level, template },
  audience: [...audience],
  channels: channels === null ? null : [...channels],
});

/**
 * The text of a body as a ladder. A rung that stood there already keeps its id, new ones get ids that no rung ever had.
 * @param used  how far the ids of former texts go
 */
export function ladderOfBody(code: string, body: LadderTextBody, used: number): Ladder {
  const { title, titleZh, clock, kinds, importance } = body;
  let next = used;
  return {
    ...{ code, title, titleZh, clock, kinds },
    importance: importance ?? null,
    rungs: body.rungs.map((rung) => rungOfBody(rung, rung.id !== undefined && rung.id <= used ? rung.id : (next += 1))),
  };
}

function rungOfBody({ offset, unit, action, level, audience, channels, template }: RungBody, id: number): Rung {
  return {
    ...{ id, offset, unit, action },
    level: level ?? null,
    // boundary: unknown words are refused with their field by the rules of ladders
    audience: audience as Audience[],
    channels: channels ?? null,
    template: template ?? (action === 'slip' ? 'slip' : 'deadline'),
  };
}
