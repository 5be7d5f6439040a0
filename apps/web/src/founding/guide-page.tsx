import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMe } from '../api/session';
import type { Guide } from '../api/types';
import { nameOf } from '../i18n/names';
import { PageHead } from '../shared/page-head';
import { Remote } from '../shared/remote';
import { guideQuery } from './guide-query';
import { StepAct } from './step-act';
import { inBrackets } from '../i18n/punctuation';

type Step = Guide['steps'][number];
type Holder = Guide['officeholders'][number];

/** The guide from an empty database to the first dispatched task: what is there, what is missing, whose act comes next. */
export function GuidePage() {
  const { t } = useTranslation();
  const query = useQuery(guideQuery);
  return (
    <>
      <PageHead title={t('founding.guide')} sub={t('founding.guideNote')} />
      <Remote query={query} rows={9}>
        {(guide) => <Steps guide={guide} />}
      </Remote>
    </>
  );
}

function Steps({ guide }: { guide: Guide }) {
  const { t } = useTranslation();
  const provisional = guide.officeholders.filter(({ standsIn }) => standsIn).map(({ name }) => name);
  return (
    <div className="stack">
      {guide.complete ? <Alert type="success" showIcon title={t('founding.guideComplete')} /> : null}
      {provisional.length === 0 ? null : (
        <Alert
          type="warning"
          showIcon
          title={t('founding.provisional', { names: provisional.join(t('general.comma')) })}
        />
      )}
      <ol className="guide-steps">
        {guide.steps.map((step) => (
          <StepLine key={step.step} step={step} holders={holdersOf(step, guide)} />
        ))}
      </ol>
    </div>
  );
}

const rolesOf: Record<string, readonly string[]> = {
  administrators: ['sysadmin', 'secadmin', 'auditadmin'],
  bureau: ['bureau_head', 'bureau_officer'],
  principals: ['principal'],
};
const holdersOf = ({ step }: Step, { officeholders }: Guide): Holder[] =>
  officeholders.filter(({ role }) => rolesOf[step]?.includes(role) === true);

function StepLine({ step, holders }: { step: Step; holders: Holder[] }) {
  const { t } = useTranslation();
  const me = useMe();
  const mine = me.acting !== null && step.whose.includes(me.acting.role);
  const roles = step.whose.map((role) => nameOf('words.role', role)).join(t('general.comma'));
  return (
    <li data-state={step.state} data-mine={mine}>
      <div>
        <h2>{nameOf('founding.step', step.step)}</h2>
        <p className="small soft">{nameOf('founding.what', step.step)}</p>
        <p className="small">
          <b>{t(`founding.state.${step.state}`)}</b>
          {step.of > 1 ? ` · ${t('founding.progress', { done: step.done, of: step.of })}` : null}
          {roles === '' ? null : ` · ${t('founding.turn', { roles })}`}
          {mine ? <b className="mine">{inBrackets(t('founding.yours'))}</b> : null}
        </p>
        {holders.length === 0 ? null : (
          <ul className="plain-list small">
            {holders.map((holder, at) => (
              <li key={`${holder.role} ${holder.name} ${at}`}>
                {nameOf('words.role', holder.role)} {holder.name}
                {holder.standsIn ? inBrackets(t('founding.standsInMark')) : null}
                <span className="faint"> · {t(`founding.holderState.${holder.state}`)}</span>
              </li>
            ))}
          </ul>
        )}
      </div>
      <StepAct step={step.step} waiting={holders.some(({ state }) => state === 'asked')} />
    </li>
  );
}
