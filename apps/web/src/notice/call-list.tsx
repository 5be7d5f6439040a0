import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { lists } from '../api/lists';
import type { CallEntry } from '../api/types';
import { useWrite } from '../api/write';
import { countyTime } from '../shared/county-time';
import { FormDialog } from '../shared/form-dialog';

/** Who has not acknowledged in time and is to be called; nothing while everybody has. */
export function CallList() {
  const { t } = useTranslation();
  const { data, hasNextPage, fetchNextPage } = useInfiniteQuery(lists.calls());
  const entries = data?.pages.flatMap(({ items }) => items) ?? [];
  if (entries.length === 0) return null;
  return (
    <section className="sheet" aria-label={t('notify.calls')}>
      <h2>{t('notify.calls')}</h2>
      <p className="soft">{t('notify.callsNote')}</p>
      <ul className="plain-list task-lines">
        {entries.map((entry) => (
          <CallLine key={`${entry.noticeId}${entry.person.id}`} entry={entry} />
        ))}
      </ul>
      {hasNextPage ? <Button onClick={() => void fetchNextPage()}>{t('general.more')}</Button> : null}
    </section>
  );
}

function CallLine({ entry }: { entry: CallEntry }) {
  const { t } = useTranslation();
  const [noting, note] = useState(false);
  return (
    <li className="spread security-line">
      <span>
        <b>{entry.person.name}</b>{' '}
        <span className="soft">{[entry.unitName, entry.post].filter((word) => word !== null).join(' ')}</span>
        <br />
        {entry.phone === null ? (
          <span className="faint">{t('notify.noPhone')}</span>
        ) : (
          <a href={`tel:${entry.phone}`}>{entry.phone}</a>
        )}{' '}
        <span className="faint small">{t('notify.callsOf', { at: countyTime(entry.dueAt) })}</span>
        {entry.lastSaid === null || entry.lastCalledAt === null ? null : (
          <>
            <br />
            <span className="faint small">
              {t('notify.lastCall', { count: entry.calls, at: countyTime(entry.lastCalledAt), said: entry.lastSaid })}
            </span>
          </>
        )}
      </span>
      <Button aria-label={`${t('notify.noteCall')} ${entry.person.name}`} onClick={() => note(true)}>
        {t('notify.noteCall')}
      </Button>
      {noting ? <CallDialog entry={entry} onClose={() => note(false)} /> : null}
    </li>
  );
}

function CallDialog({ entry, onClose }: { entry: CallEntry; onClose: () => void }) {
  const { t } = useTranslation();
  const write = useWrite({
    run: (said: { said: string }, key) =>
      api.post<void>(`/notices/${entry.noticeId}/calls`, { ...said, personId: entry.person.id }, { key }),
    said: () => t('notify.callNoted'),
    touches: [['calls']],
    quiet: true,
  });
  const label = t('notify.callSaid');
  return (
    <FormDialog title={`${t('notify.noteCall')} · ${entry.person.name}`} write={write} onClose={onClose}>
      <Form.Item
        name="said"
        label={label}
        rules={[{ required: true, whitespace: true, message: t('general.required', { what: label }) }]}
      >
        <Input maxLength={500} />
      </Form.Item>
    </FormDialog>
  );
}
