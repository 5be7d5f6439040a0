import { Alert } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api/problem';
import { nameOf } from '../i18n/names';
import { useProblemWords } from '../shared/problem-words';

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

/** What keeps a plan from standing, each with its place; a refusal without places in its own words. */
export function PlanFaults({ cause }: { cause: unknown }) {
  const { t } = useTranslation();
  const inWords = useProblemWords();
  if (cause === null || cause === undefined) return null;
  const errors = cause instanceof Problem ? cause.errors : [];
  return (
    <Alert
      type="error"
      showIcon
      className="dialog-problem"
      title={cause instanceof Problem ? cause.message : inWords(cause)}
      description={
        errors.length === 0 ? undefined : (
          <ul>
            {errors.map(({ path, constraint }) => (
              <li key={path}>
                {placeOf(t, path)}
                {t('general.colon')}
                {nameOf('inspection.fault', constraint ?? '')}
              </li>
            ))}
          </ul>
        )
      }
    />
  );
}
