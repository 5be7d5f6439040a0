import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { lists } from '../api/lists';
import type { CrossCheck } from '../api/field-types';
import { FactList } from '../conclusion/conclusion-page';
import { Remote } from '../shared/remote';
import { comma, inBrackets } from '../i18n/punctuation';

/** What a finding of the system rests on: what was said beside what stands in the register. */
export function CrossCheckPart({ findingId }: { findingId: string }) {
  const { t } = useTranslation();
  const query = useQuery(lists.crossCheck(findingId));
  return (
    <section className="stack" aria-label={t('recognition.behind')}>
      <b>{t('recognition.behind')}</b>
      <Remote query={query}>{(check) => <Lines check={check} />}</Remote>
    </section>
  );
}

function Lines({ check }: { check: CrossCheck }) {
  const { t } = useTranslation();
  const { knows, named, posted, household, differs } = check;
  const said = knows ? [...named, ...accountOf(check, t)].join('，') : t('recognition.saidNothing');
  const lines: [string, string][] = [
    [t('recognition.said'), said],
    ...(household === null
      ? []
      : [[t('recognition.byHousehold'), accountOf(household, t).join('，')] satisfies [string, string]]),
    [
      t('recognition.posted'),
      posted.length === 0
        ? t('recognition.postedNone')
        : posted
            .map(({ name, role, team }) => `${name}${inBrackets(`${team}${comma()}${t(`recognition.role.${role}`)}`)}`)
            .join(comma()),
    ],
    [t('recognition.differs'), differs.map((one) => t(`recognition.difference.${one}`)).join(comma())],
  ];
  return <FactList facts={lines} />;
}

const accountOf = (
  { members, incomes, policies }: Pick<CrossCheck, 'members' | 'incomes' | 'policies'>,
  t: TFunction,
): string[] => [
  ...(members === null ? [] : [t('recognition.people', { count: members })]),
  ...incomes.map((one) => t(`recognition.income.${one}`)),
  ...policies.map((one) => t(`recognition.policy.${one}`)),
];
