import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { Dispute } from '../api/types';
import { useWrite } from '../api/write';
import { limitOf } from '../clock/clock-words';
import { countyTime } from '../shared/county-time';
import { FormDialog } from '../shared/form-dialog';
import { requestTouches, useNeeded } from './request-words';
import { RuleDialog } from './rule-dialog';
import { comma } from '../i18n/punctuation';

/** One dispute: both units’ words side by side, the ruling, and what the reader may do. */
export function DisputeLine({ one }: { one: Dispute }) {
  const { t } = useTranslation();
  const { state, unit, responsibleUnit, ruleBy, duty } = one;
  return (
    <div className="stack-tight">
      <p className="spread">
        <span className="row">
          <b>{`${unit.shortName} → ${responsibleUnit.shortName}`}</b>
          <span className="duty">{t(`words.duty.${duty}`)}</span>
        </span>
        <span className="export-state" data-state={state === 'raised' ? 'requested' : state}>
          {t(`request.disputeState.${state}`)}
        </span>
      </p>
      <BothWords one={one} />
      <Outcome one={one} />
      <p className="row faint small">
        <span>{t('request.ruler', { who: one.rulingUnit?.shortName ?? t('request.rulers.bureau') })}</span>
        {ruleBy === null ? null : <span>{t('request.ruleBy', { day: limitOf(ruleBy) })}</span>}
      </p>
      <DisputeActs one={one} />
    </div>
  );
}

function BothWords({ one }: { one: Dispute }) {
  const { t } = useTranslation();
  const { unit, responsibleUnit } = one;
  return (
    <div className="both-words">
      <div role="group" aria-label={t('request.says', { unit: unit.shortName })}>
        <h3>{t('request.says', { unit: unit.shortName })}</h3>
        <p className="words">{one.ground}</p>
        <p className="small soft">{`${t('request.legalBasis')}${t('general.colon')}${one.legalBasis}`}</p>
        <p className="faint small">{t('request.by', { name: one.raisedBy.name, at: countyTime(one.raisedAt) })}</p>
      </div>
      <div role="group" aria-label={t('request.says', { unit: responsibleUnit.shortName })}>
        <h3>{t('request.says', { unit: responsibleUnit.shortName })}</h3>
        {one.statement === null || one.statedBy === null ? (
          <p className="faint">{t('request.saysNothing')}</p>
        ) : (
          <>
            <p className="words">{one.statement}</p>
            <p className="faint small">
              {t('request.by', { name: one.statedBy.name, at: countyTime(one.statedAt ?? '') })}
            </p>
          </>
        )}
      </div>
    </div>
  );
}

function Outcome({ one: { ruling, toUnits, reasons, ruledBy, endedAt } }: { one: Dispute }) {
  const { t } = useTranslation();
  if (ruling === null || ruledBy === null || endedAt === null) return null;
  return (
    <div className="report">
      <p>
        <b>{t('request.ruledAs', { ruling: t(`request.rulingOf.${ruling}`) })}</b>{' '}
        {toUnits.map(({ shortName }) => shortName).join(comma())}
      </p>
      <p className="words">{reasons}</p>
      <p className="faint small">{t('request.decidedBy', { name: ruledBy.name, at: countyTime(endedAt) })}</p>
    </div>
  );
}

function DisputeActs({ one }: { one: Dispute }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<'rule' | 'state' | null>(null);
  const path = `/assignments/${one.assignmentId}/disputes/${one.id}`;
  const withdraw = useWrite({
    run: (_: undefined, key) => api.post<unknown>(`${path}/withdraw`, {}, { key, version: one.version }),
    said: () => t('request.withdrawn'),
    touches: requestTouches,
  });
  if (one.actions.length === 0) return null;
  return (
    <p className="row">
      {one.actions.includes('rule') ? (
        <Button type="primary" onClick={() => setOpen('rule')}>
          {t('request.rule')}
        </Button>
      ) : null}
      {one.actions.includes('state') ? (
        <Button type="primary" onClick={() => setOpen('state')}>
          {t('request.state')}
        </Button>
      ) : null}
      {one.actions.includes('withdraw') ? (
        <Button loading={withdraw.isPending} onClick={() => withdraw.mutate(undefined)}>
          {t('request.withdraw')}
        </Button>
      ) : null}
      {open === 'rule' ? <RuleDialog one={one} path={path} onClose={() => setOpen(null)} /> : null}
      {open === 'state' ? <StateDialog one={one} path={path} onClose={() => setOpen(null)} /> : null}
    </p>
  );
}

function StateDialog({ one, path, onClose }: { one: Dispute; path: string; onClose: () => void }) {
  const { t } = useTranslation();
  const needed = useNeeded();
  const write = useWrite({
    run: (form: { words: string }, key) => api.post<unknown>(`${path}/state`, form, { key, version: one.version }),
    said: () => t('request.stated'),
    touches: requestTouches,
    quiet: true,
  });
  return (
    <FormDialog<{ words: string }, unknown>
      title={t('request.state')}
      intro={<p className="act-subject">{one.ground}</p>}
      initial={{ words: one.statement ?? '' }}
      write={write}
      onClose={onClose}
    >
      <Form.Item name="words" label={t('request.stateWords')} rules={needed(t('request.stateWords'))}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={2000} showCount />
      </Form.Item>
    </FormDialog>
  );
}
