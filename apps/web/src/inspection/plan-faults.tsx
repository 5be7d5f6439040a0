import { Link } from '@tanstack/react-router';
import { Alert } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api/problem';
import type { Inspection } from '../api/types';
import { nameOf } from '../i18n/names';
import { useProblemWords } from '../shared/problem-words';
import { comma } from '../i18n/punctuation';

const fieldOf: Record<string, string> = {
  leaderId: 'leader',
  memberIds: 'members',
  invitedIds: 'invited',
  unitIds: 'units',
  supervisorIds: 'supervisors',
  siteId: 'sites',
  charter: 'charter',
};

/** Where in a plan a refusal points, in the words of the form: `groups[0].memberIds[1]` is the second member of the first group. */
function placeOf(t: TFunction, path: string): string {
  const [head = '', tail] = path.split('.');
  const at = Number(/\[(\d+)\]/.exec(head)?.[1] ?? -1) + 1;
  const name = head.replace(/\[\d+\]/, '');
  if (name !== 'groups') {
    const field = nameOf('inspection.field', fieldOf[name] ?? name);
    return at > 0 ? `${field} ${t('inspection.nth', { n: at })}` : field;
  }
  if (at === 0) return t('inspection.field.groups');
  const group = t('inspection.nthGroup', { number: at });
  const [, field = '', index] = /^(\w+)(?:\[(\d+)\])?$/.exec(tail ?? '') ?? [];
  if (field === '') return group;
  const nth = index === undefined ? '' : ` ${t('inspection.nth', { n: Number(index) + 1 })}`;
  return `${group} · ${nameOf('inspection.field', fieldOf[field] ?? field)}${nth}`;
}

type Plan = Inspection['plan'];
type Named = Plan['supervisors'][number];

/** Whom a place in a saved plan names. */
function personAt({ groups, supervisors }: Plan, path: string): Named | null {
  const [, roving] = /^supervisorIds\[(\d+)\]$/.exec(path) ?? [];
  if (roving !== undefined) return supervisors[Number(roving)] ?? null;
  const [, at, field, index] = /^groups\[(\d+)\]\.(leaderId|memberIds|invitedIds)(?:\[(\d+)\])?$/.exec(path) ?? [];
  const group = groups[Number(at)];
  if (group === undefined) return null;
  if (field === 'leaderId') return group.leader;
  return (field === 'memberIds' ? group.members : group.invited)[Number(index)] ?? null;
}

/** What the page of inspectors mends. */
const lacks = ['training', 'leading', 'secrecy'];

/** Who keeps it back for want of training or an acknowledgement, with the page where that is mended. */
function Lacking({ people }: { people: readonly Named[] }) {
  const { t } = useTranslation();
  if (people.length === 0) return null;
  const ids = [...new Set(people.map(({ id }) => id))].slice(0, 100).join(',');
  return (
    <Link className="underlined" to="/inspectors" search={{ ids }}>
      {t('inspection.mendInspectors', { names: people.map(({ name }) => name).join(comma()) })}
    </Link>
  );
}

/**
 * What keeps a plan from standing, each with its place; a refusal without places in its own words. `of`: the plan as it
 * is saved, where the refusal is about that; then whoever stands at a place is named.
 */
export function PlanFaults({ cause, of }: { cause: unknown; of?: Inspection }) {
  const { t } = useTranslation();
  const inWords = useProblemWords();
  if (cause === null || cause === undefined) return null;
  const errors = cause instanceof Problem ? cause.errors : [];
  const whoAt = (path: string): Named | null => (of === undefined ? null : personAt(of.plan, path));
  const lacking = errors.flatMap(({ path, constraint }) =>
    lacks.includes(constraint ?? '') ? (whoAt(path) ?? []) : [],
  );
  return (
    <Alert
      type="error"
      showIcon
      className="dialog-problem"
      title={cause instanceof Problem ? cause.message : inWords(cause)}
      description={
        errors.length === 0 ? undefined : (
          <>
            <ul>
              {errors.map(({ path, message }) => (
                <li key={path}>
                  {[placeOf(t, path), whoAt(path)?.name].filter((one) => one !== undefined).join(' · ')}
                  {t('general.colon')}
                  {message}
                </li>
              ))}
            </ul>
            <Lacking people={lacking} />
          </>
        )
      }
    />
  );
}
