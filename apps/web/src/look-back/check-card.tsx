import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LookBackCheck } from '../api/types';
import { nameOf } from '../i18n/names';
import { countyDay } from '../shared/county-time';
import { EvidenceList } from '../shared/evidence';
import { ReplaceDialog, SettleDialog } from './check-dialogs';

/** Claims to look at again, each with what its reader may do. */
export function CheckCards({ checks }: { checks: LookBackCheck[] }) {
  return (
    <ul className="plain-list cards">
      {checks.map((check) => (
        <CheckCard key={check.id} check={check} />
      ))}
    </ul>
  );
}

function CheckCard({ check }: { check: LookBackCheck }) {
  const { t } = useTranslation();
  const { taskId, taskNumber, title, kind, unit, claim, closedAt, checker, state } = check;
  const facts = [
    unit.shortName,
    nameOf('words.matterKind', kind),
    ...(closedAt === null ? [] : [t('lookBack.closedAt', { day: countyDay(closedAt) })]),
    t('lookBack.by', { name: checker.name }),
  ];
  return (
    <li className="card">
      <span className="spread">
        <span>
          <Link className="underlined" to="/tasks/$id" params={{ id: taskId }}>
            {taskNumber ?? t('lookBack.task')}
          </Link>{' '}
          <b>{title ?? t('lookBack.restricted')}</b>
        </span>
        <b className="soft">{t(`lookBack.check.${state}`)}</b>
      </span>
      <span className="soft small">{facts.join(' · ')}</span>
      {claim === null ? null : (
        <p className="words">
          <b>{t('lookBack.claim')}</b>
          {t('general.colon')}
          {claim}
        </p>
      )}
      <Outcome check={check} />
      <Acts check={check} />
    </li>
  );
}

function Outcome({ check: { words, reason, settledBy, settledAt, evidence } }: { check: LookBackCheck }) {
  const { t } = useTranslation();
  if (words === null || settledAt === null) return null;
  return (
    <>
      <p className="words">
        {reason === null ? null : <b>{t(`lookBack.reason.${reason}`)} </b>}
        {words}{' '}
        <span className="faint small">
          {settledBy?.name} {countyDay(settledAt)}
        </span>
      </p>
      {evidence.length === 0 ? null : <EvidenceList files={evidence} />}
    </>
  );
}

function Acts({ check }: { check: LookBackCheck }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<'settle' | 'replace' | null>(null);
  const close = () => setOpen(null);
  if (check.actions.length === 0) return null;
  return (
    <span className="row">
      {check.actions.includes('confirm') ? (
        <Button type="primary" onClick={() => setOpen('settle')}>
          {t('lookBack.settle')}
        </Button>
      ) : null}
      {check.actions.includes('replace') ? (
        <Button onClick={() => setOpen('replace')}>{t('lookBack.replace')}</Button>
      ) : null}
      {open === 'settle' ? <SettleDialog check={check} onClose={close} /> : null}
      {open === 'replace' ? <ReplaceDialog check={check} onClose={close} /> : null}
    </span>
  );
}
