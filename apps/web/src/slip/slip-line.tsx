import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Slip } from '../api/types';
import { articleOf, limitOf } from '../clock/clock-words';
import { nameOf } from '../i18n/names';
import { countyTime } from '../shared/county-time';
import { ObjectionLine } from './objection-line';
import { ObjectDialog, SlipDialog } from './slip-dialogs';
import { SlipMark } from './slip-mark';

type Dialog = 'reply' | 'accept' | 'reject' | 'object';

/** One slip with its service, its reply and what may be done about it. */
export function SlipLine({ slip, onTask = false }: { slip: Slip; onTask?: boolean }) {
  const [open, show] = useState<Dialog | null>(null);
  return (
    <li className="slip-line">
      <Head slip={slip} onTask={onTask} />
      <Why slip={slip} />
      <Service slip={slip} />
      <Answer slip={slip} />
      {slip.objection === null ? null : <ObjectionLine objection={slip.objection} inSlip />}
      <Acts slip={slip} show={show} />
      {open === null || open === 'object' ? null : <SlipDialog slip={slip} act={open} onClose={() => show(null)} />}
      {open === 'object' ? (
        <ObjectDialog
          assignmentId={slip.assignmentId}
          slipId={slip.id}
          subject={[slip.number, slip.taskTitle].join('　')}
          onClose={() => show(null)}
        />
      ) : null}
    </li>
  );
}

function Head({ slip, onTask }: { slip: Slip; onTask: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      <p className="row">
        <SlipMark slip={slip} />
        <b>{slip.number}</b>
        <span>{t(`slip.state.${slip.state}`)}</span>
      </p>
      {onTask ? null : (
        <p>
          <Link to="/tasks/$id" params={{ id: slip.taskId }}>
            {slip.taskTitle || t('task.untitled')}
          </Link>
        </p>
      )}
      <p className="small">
        {[
          `${t('slip.to')}${t('general.colon')}${slip.unit.shortName}`,
          t('slip.served', { at: countyTime(slip.servedAt) }),
          t('slip.replyBy', { at: limitOf(slip.replyDueAt) }),
        ].join(' · ')}
      </p>
    </>
  );
}

function Why({ slip: { clockKind, dueAt, basis } }: { slip: Slip }) {
  const { t, i18n } = useTranslation();
  const title = i18n.resolvedLanguage === 'en' ? basis?.title : basis?.titleZh;
  return (
    <p className="soft small">
      {t('slip.missed', { kind: nameOf('clock.kind', clockKind), at: limitOf(dueAt) })}
      {basis === null ? null : ` · ${t('slip.basis')}${t('general.colon')}${title}${articleOf(basis.article)}`}
    </p>
  );
}

function Service({ slip: { servedAt, openings } }: { slip: Slip }) {
  const { t } = useTranslation();
  return (
    <details className="small">
      <summary>
        {t('slip.proof')}
        {t('general.colon')}
        {openings.length === 0 ? t('slip.unopened') : opened(openings[0])}
      </summary>
      <ul>
        <li>{t('slip.delivered', { at: countyTime(servedAt) })}</li>
        {openings.map((one) => (
          <li key={one.person.id}>{opened(one)}</li>
        ))}
      </ul>
    </details>
  );

  function opened(one: Slip['openings'][number] | undefined): string {
    return one === undefined ? '' : t('slip.openedBy', { name: one.person.name, at: countyTime(one.openedAt) });
  }
}

function Answer({
  slip: { reply, repliedBy, repliedAt, decision, decisionWords, decidedBy, decidedAt },
}: {
  slip: Slip;
}) {
  const { t } = useTranslation();
  if (reply === null || repliedBy === null) return null;
  return (
    <>
      <p className="words report">
        {reply}{' '}
        <span className="faint small">
          {t('slip.repliedBy', { name: repliedBy.name, at: countyTime(repliedAt ?? '') })}
        </span>
      </p>
      {decision === null || decidedBy === null ? null : (
        <p className="words report">
          <b>{t(`slip.decision.${decision}`)}</b>
          {t('general.colon')}
          {decisionWords}{' '}
          <span className="faint small">
            {t('slip.decidedBy', { name: decidedBy.name, at: countyTime(decidedAt ?? '') })}
          </span>
        </p>
      )}
    </>
  );
}

function Acts({ slip, show }: { slip: Slip; show: (dialog: Dialog) => void }) {
  const { t } = useTranslation();
  const offered = (['reply', 'accept', 'reject', 'object'] as const).filter((act) => slip.actions.includes(act));
  return (
    <p className="row">
      {offered.map((act) => (
        <Button key={act} type={act === 'reply' || act === 'accept' ? 'primary' : 'default'} onClick={() => show(act)}>
          {t(`slip.${act}`)}
        </Button>
      ))}
      <a href={`/api/v1/assignments/${slip.assignmentId}/slips/${slip.id}/pdf`} target="_blank" rel="noreferrer">
        {t('slip.pdf')}
      </a>
    </p>
  );
}
