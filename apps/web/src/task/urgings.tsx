import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { records } from '../api/records';
import type { Urgings } from '../api/types';
import { useWrite } from '../api/write';
import { countyTime } from '../shared/county-time';
import { FormDialog } from '../shared/form-dialog';

type Urging = Urgings['urgings'][number];
const touches = [['urgings'], ['timeline'], ['notices']];

/** How units were urged about the task and what they answered; shown once there is something to see or to do. */
export function UrgingSection({ taskId }: { taskId: string }) {
  const { t } = useTranslation();
  const { data } = useQuery(records.urgings(taskId));
  const [urging, urge] = useState<'notice' | 'phone' | null>(null);
  if (data === undefined || (data.urgings.length === 0 && data.urgeable.length === 0)) return null;
  const waiting = data.urgeable.filter(({ nextAt }) => nextAt !== null);
  return (
    <section className="sheet" aria-label={t('notify.urgings')}>
      <div className="spread">
        <h2>{t('notify.urgings')}</h2>
        {data.urgeable.length === 0 ? null : (
          <span className="row">
            <Button disabled={waiting.length === data.urgeable.length} onClick={() => urge('notice')}>
              {t('notify.urge')}
            </Button>
            <Button onClick={() => urge('phone')}>{t('notify.urgePhone')}</Button>
          </span>
        )}
      </div>
      {waiting.map(({ assignmentId, unitName, nextAt }) => (
        <p key={assignmentId} className="faint small">
          {t('notify.nextUrge', { unit: unitName, at: countyTime(nextAt ?? '') })}
        </p>
      ))}
      <ul className="plain-list">
        {data.urgings.map((one) => (
          <UrgingLine key={one.id} urging={one} />
        ))}
      </ul>
      {urging === null ? null : (
        <UrgeDialog
          byPhone={urging === 'phone'}
          units={urging === 'phone' ? data.urgeable : data.urgeable.filter(({ nextAt }) => nextAt === null)}
          onClose={() => urge(null)}
        />
      )}
    </section>
  );
}

function UrgingLine({ urging }: { urging: Urging }) {
  const { t } = useTranslation();
  const [replying, reply] = useState(false);
  const { manner, spokeWith, urgedBy, repliedBy } = urging;
  return (
    <li className="errand">
      <p className="row">
        <b>{urging.unitName}</b>
        {manner === 'phone' ? <span className="small">{t('notify.byPhone', { name: spokeWith })}</span> : null}
        <span className="faint small">
          {urgedBy.name} {countyTime(urging.urgedAt)}
        </span>
        {manner === 'notice' && urging.reply === null ? <b className="late">{t('notify.unanswered')}</b> : null}
      </p>
      <p className="words">{urging.words}</p>
      {urging.reply === null || repliedBy === null ? null : (
        <p className="words report">
          {urging.reply}{' '}
          <span className="faint small">
            {t('notify.replyOf', { name: repliedBy.name, at: countyTime(urging.repliedAt ?? '') })}
          </span>
        </p>
      )}
      {urging.actions.includes('reply_urging') ? (
        <Button size="small" type="primary" onClick={() => reply(true)}>
          {t('notify.reply')}
        </Button>
      ) : null}
      {replying ? <ReplyDialog urging={urging} onClose={() => reply(false)} /> : null}
    </li>
  );
}

interface UrgeForm {
  assignmentId: string;
  spokeWith?: string;
  words: string;
}

interface UrgeDialogProps {
  byPhone: boolean;
  units: Urgings['urgeable'];
  onClose: () => void;
}

function UrgeDialog({ byPhone, units, onClose }: UrgeDialogProps) {
  const { t } = useTranslation();
  const needed = useNeeded();
  const write = useWrite({
    run: ({ assignmentId, ...said }: UrgeForm, key) =>
      api.post<void>(`/assignments/${assignmentId}/urge`, said, { key }),
    said: () => t(byPhone ? 'notify.phoneUrged' : 'notify.urged'),
    touches,
    quiet: true,
  });
  const only = units.length === 1 ? units[0]?.assignmentId : undefined;
  return (
    <FormDialog<UrgeForm, void>
      title={t(byPhone ? 'notify.urgePhone' : 'notify.urge')}
      intro={<p className="dialog-intro">{t(byPhone ? 'notify.urgePhoneNote' : 'notify.urgeNote')}</p>}
      initial={{ assignmentId: only }}
      write={write}
      onClose={onClose}
    >
      <Form.Item name="assignmentId" label={t('notify.urgeUnit')} rules={needed(t('notify.urgeUnit'))}>
        <Select options={units.map(({ assignmentId, unitName }) => ({ value: assignmentId, label: unitName }))} />
      </Form.Item>
      {byPhone ? (
        <Form.Item name="spokeWith" label={t('notify.spokeWith')} rules={needed(t('notify.spokeWith'))}>
          <Input maxLength={60} />
        </Form.Item>
      ) : null}
      <WordsField label={t(byPhone ? 'notify.callSaid' : 'notify.urgeWords')} />
    </FormDialog>
  );
}

function ReplyDialog({ urging, onClose }: { urging: Urging; onClose: () => void }) {
  const { t } = useTranslation();
  const { id, version, assignmentId } = urging;
  const write = useWrite({
    run: (said: { words: string }, key) =>
      api.post<void>(`/assignments/${assignmentId}/urgings/${id}/reply`, said, { key, version }),
    said: () => t('notify.replied'),
    touches,
    quiet: true,
  });
  return (
    <FormDialog
      title={t('notify.reply')}
      intro={<p className="act-subject">{urging.words}</p>}
      write={write}
      onClose={onClose}
    >
      <WordsField label={t('notify.replyWords')} />
    </FormDialog>
  );
}

function WordsField({ label }: { label: string }) {
  const needed = useNeeded();
  return (
    <Form.Item name="words" label={label} rules={needed(label)}>
      <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} showCount />
    </Form.Item>
  );
}

function useNeeded() {
  const { t } = useTranslation();
  return (what: string) => [{ required: true, whitespace: true, message: t('general.required', { what }) }];
}
