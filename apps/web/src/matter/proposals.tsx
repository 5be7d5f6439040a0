import { useTranslation } from 'react-i18next';
import type { HandlingProposalView, MatterView } from '../api/types';
import { nameOf } from '../i18n/names';
import { countyTime } from '../shared/county-time';
import { comma } from '../i18n/punctuation';

/** The handling proposals put to leaders, each with its answer. */
export function Proposals({ matter }: { matter: MatterView }) {
  const { t } = useTranslation();
  if (matter.proposals.length === 0) return null;
  return (
    <section className="sheet">
      <h2>{t('matter.proposal')}</h2>
      <ul className="plain-list units">
        {matter.proposals.map((one) => (
          <Proposal key={one.id} proposal={one} />
        ))}
      </ul>
    </section>
  );
}

function Proposal({ proposal: one }: { proposal: HandlingProposalView }) {
  const { t } = useTranslation();
  const named = (label: string, words: string) => (words === '' ? [] : [`${label}${t('general.colon')}${words}`]);
  const plan = [
    ...named(t('task.lead'), one.leadUnit?.shortName ?? ''),
    ...named(t('task.assist'), one.assistUnits.map((unit) => unit.shortName).join(comma())),
    ...named(t('task.due'), one.dueAt === null ? '' : countyTime(one.dueAt)),
  ];
  const inNameOf = one.decidedBy !== null && one.decidedBy.id !== one.forPerson.id ? one.decidedBy.name : null;
  return (
    <li className="unit-line">
      <div className="spread">
        <b>{t('matter.proposalTo', { name: one.forPerson.name })}</b>
        <b>{one.decision === null ? t('matter.proposalWaiting') : nameOf('words.decision', one.decision)}</b>
      </div>
      <p className="words">{one.wording}</p>
      {plan.length === 0 ? null : <p className="soft">{plan.join(' · ')}</p>}
      {one.decidedWords === null || one.decidedWords === '' ? null : (
        <blockquote className="instruction">{one.decidedWords}</blockquote>
      )}
      <p className="faint small">
        {t('matter.proposedBy', { name: one.proposedBy.name, at: countyTime(one.proposedAt) })}
        {inNameOf === null ? '' : ` · ${t('task.enteredFor', { name: inNameOf })}`}
      </p>
    </li>
  );
}
