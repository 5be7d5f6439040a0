import { Button, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { Extension } from '../api/types';
import { useWrite } from '../api/write';
import { limitOf } from '../clock/clock-words';
import { countyTime } from '../shared/county-time';
import { FormDialog } from '../shared/form-dialog';
import { DuePicker } from '../shared/pickers';
import { requestTouches, useNeeded } from './request-words';

/** One request for more time: what was asked, what became of it, and what the reader may do. */
export function ExtensionLine({ one }: { one: Extension }) {
  const { t } = useTranslation();
  const { state, dueBefore, askedDueAt, grantedDueAt } = one;
  return (
    <div className="stack-tight">
      <p className="spread">
        <span className="row">
          <b>{one.unit.shortName}</b>
          <span>{t('request.fromTo', { before: limitOf(dueBefore), after: limitOf(askedDueAt) })}</span>
          {grantedDueAt === null ? null : <b>{t('request.grantedTo', { day: limitOf(grantedDueAt) })}</b>}
        </span>
        <span className="export-state" data-state={state === 'asked' ? 'requested' : state}>
          {t(`request.extensionState.${state}`)}
        </span>
      </p>
      <p className="words">
        {t('request.reason')}
        {t('general.colon')}
        {one.reason}
      </p>
      <p className="words">
        {t('request.progress')}
        {t('general.colon')}
        {one.progress}
      </p>
      <Dates one={one} />
      <ExtensionActs one={one} />
    </div>
  );
}

function Dates({ one }: { one: Extension }) {
  const { t } = useTranslation();
  const { dueBefore, decidedBy, endedAt, decideBy } = one;
  return (
    <>
      <p className="row faint small">
        <span>{t('request.by', { name: one.askedBy.name, at: countyTime(one.askedAt) })}</span>
        {one.originalDueAt === null || one.originalDueAt === dueBefore ? null : (
          <span>
            {t('request.original')} {limitOf(one.originalDueAt)}
          </span>
        )}
        {decideBy === null ? null : <span>{t('request.decideBy', { day: limitOf(decideBy) })}</span>}
      </p>
      {decidedBy === null || endedAt === null ? null : (
        <p className="words report">
          {one.decidedWords}{' '}
          <span className="faint small">
            {t('request.decidedBy', { name: decidedBy.name, at: countyTime(endedAt) })}
          </span>
        </p>
      )}
    </>
  );
}

function ExtensionActs({ one }: { one: Extension }) {
  const { t } = useTranslation();
  const [deciding, decide] = useState(false);
  const path = `/assignments/${one.assignmentId}/extensions/${one.id}`;
  const withdraw = useWrite({
    run: (_: undefined, key) => api.post<unknown>(`${path}/withdraw`, {}, { key, version: one.version }),
    said: () => t('request.withdrawn'),
    touches: requestTouches,
  });
  if (one.actions.length === 0) return null;
  return (
    <p className="row">
      {one.actions.includes('decide') ? (
        <Button type="primary" onClick={() => decide(true)}>
          {t('request.decide')}
        </Button>
      ) : null}
      {one.actions.includes('withdraw') ? (
        <Button loading={withdraw.isPending} onClick={() => withdraw.mutate(undefined)}>
          {t('request.withdraw')}
        </Button>
      ) : null}
      {deciding ? <DecideDialog one={one} path={path} onClose={() => decide(false)} /> : null}
    </p>
  );
}

interface DecideForm {
  how: 'grant' | 'other' | 'refuse';
  dueAt?: string;
  words?: string;
}

interface DecideProps {
  one: Extension;
  path: string;
  onClose: () => void;
}

function DecideDialog({ one, path, onClose }: DecideProps) {
  const { t } = useTranslation();
  const write = useWrite({
    run: ({ how, dueAt, words }: DecideForm, key) => {
      const decision = how === 'refuse' ? 'refuse' : 'grant';
      const said = words?.trim() ?? '';
      const body = { decision, ...(how === 'other' && { dueAt }), ...(said !== '' && { words: said }) };
      return api.post<unknown>(`${path}/decide`, body, { key, version: one.version });
    },
    said: () => t('request.decided'),
    touches: requestTouches,
    quiet: true,
  });
  const asked = t('request.fromTo', { before: limitOf(one.dueBefore), after: limitOf(one.askedDueAt) });
  return (
    <FormDialog<DecideForm, unknown>
      title={t('request.decide')}
      intro={<p className="act-subject">{`${one.unit.shortName}　${asked}`}</p>}
      initial={{ how: 'grant' }}
      write={write}
      onClose={onClose}
    >
      <DecideFields />
    </FormDialog>
  );
}

function DecideFields() {
  const { t } = useTranslation();
  const needed = useNeeded();
  return (
    <>
      <Form.Item name="how" label={t('request.decision')}>
        <Radio.Group
          options={(['grant', 'other', 'refuse'] as const).map((value) => ({
            value,
            label: t(`request.decisions.${value}`),
          }))}
        />
      </Form.Item>
      <Form.Item<DecideForm> noStyle dependencies={['how']}>
        {({ getFieldValue }) =>
          getFieldValue('how') === 'other' ? (
            <Form.Item name="dueAt" label={t('request.grantDate')} rules={needed(t('request.grantDate'))}>
              <DuePicker />
            </Form.Item>
          ) : null
        }
      </Form.Item>
      <Form.Item<DecideForm> noStyle dependencies={['how']}>
        {({ getFieldValue }) => (
          <Form.Item
            name="words"
            label={t('request.words')}
            rules={getFieldValue('how') === 'grant' ? [] : needed(t('request.words'))}
          >
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} showCount />
          </Form.Item>
        )}
      </Form.Item>
    </>
  );
}
