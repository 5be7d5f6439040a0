import { fieldsOfKind, longestOf } from '../domain/kind-fields.js';
import { kindsByImport, matterKindNames, matterKinds } from '../domain/matter-kind.js';
import type { MatterKindView } from '../http/kind.view.js';

/** The tables of all kinds, as forms read them. */
export const kindViews: readonly MatterKindView[] = matterKindNames.map((kind) => {
  const { label, askers, replyTo, declinable, callBack, secrecyScreen, ofPrincipal, ofMeeting, byHand } =
    matterKinds[kind];
  const fields = fieldsOfKind(kind).map(([name, field]) => ({
    name,
    label: field.label,
    type: field.type,
    required: field.required === true,
    longest: field.type === 'text' || field.type === 'long_text' ? longestOf(field) : null,
    choices: (field.choices ?? []).map((choice) => ({ code: choice.code, label: choice.label })),
  }));
  const rules = { replyTo, declinable, callBack, secrecyScreen, ofPrincipal, ofMeeting, byHand };
  return { kind, label, askers, ...rules, byImport: kindsByImport.includes(kind), fields };
});
