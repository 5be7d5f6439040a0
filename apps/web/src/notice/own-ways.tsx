import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { lists } from '../api/lists';
import type { OwnWays } from '../api/types';
import { useWrite } from '../api/write';
import { nameOf } from '../i18n/names';
import { FormDialog } from '../shared/form-dialog';
import { comma } from '../i18n/punctuation';

/** By which ways I am reached outside; I may take away, never add. */
export function OwnWaysSection() {
  const { t } = useTranslation();
  const { data } = useQuery(lists.ways());
  const [editing, edit] = useState(false);
  if (data === undefined) return null;
  return (
    <section className="sheet" aria-label={t('notify.ways')}>
      <div className="spread">
        <h2>{t('notify.ways')}</h2>
        {data.channels.length === 0 ? null : <Button onClick={() => edit(true)}>{t('notify.edit')}</Button>}
      </div>
      <p className="soft">{t(data.channels.length === 0 ? 'notify.waysNone' : 'notify.waysNote')}</p>
      <dl className="facts">
        {data.channels.flatMap(({ id, name, topics }) => [
          <dt key={id}>{name}</dt>,
          <dd key={`${id}-topics`}>
            {topics
              .filter(({ muted }) => !muted)
              .map(({ topic }) => nameOf('notify.topic', topic))
              .join(comma()) || '—'}
          </dd>,
        ])}
      </dl>
      {editing ? <WaysDialog ways={data} onClose={() => edit(false)} /> : null}
    </section>
  );
}

interface WaysForm {
  mail?: string;
  /** Topics that stay, by channel. */
  kept: Record<string, string[]>;
}

function WaysDialog({ ways, onClose }: { ways: OwnWays; onClose: () => void }) {
  const { t } = useTranslation();
  const write = useWrite({
    run: ({ mail, kept }: WaysForm) =>
      api.put<OwnWays>('/notices/ways', { mail: mail?.trim() || null, muted: mutedOf(ways, kept) }),
    said: () => t('notify.waysSaved'),
    touches: [['notices', 'ways']],
    quiet: true,
  });
  const kept = Object.fromEntries(
    ways.channels.map(({ id, topics }) => [id, topics.filter(({ muted }) => !muted).map(({ topic }) => topic)]),
  );
  return (
    <FormDialog<WaysForm, OwnWays>
      title={t('notify.ways')}
      okText={t('notify.save')}
      initial={{ mail: ways.mail ?? '', kept }}
      write={write}
      onClose={onClose}
    >
      {ways.mailDomains.length === 0 ? null : (
        <Form.Item
          name="mail"
          label={t('notify.ownMail')}
          extra={t('notify.ownMailHint', { domains: ways.mailDomains.join(comma()) })}
        >
          <Input maxLength={200} type="email" />
        </Form.Item>
      )}
      {ways.phone === null ? null : <p className="faint small">{t('notify.ownPhone', { phone: ways.phone })}</p>}
      {ways.channels.map(({ id, name, topics }) => (
        <Form.Item key={id} name={['kept', id]} label={name}>
          <Checkbox.Group
            options={topics.map(({ topic }) => ({ value: topic, label: nameOf('notify.topic', topic) }))}
          />
        </Form.Item>
      ))}
    </FormDialog>
  );
}

const mutedOf = ({ channels }: OwnWays, kept: WaysForm['kept']) =>
  channels.flatMap(({ id, topics }) =>
    topics.filter(({ topic }) => kept[id]?.includes(topic) !== true).map(({ topic }) => ({ channelId: id, topic })),
  );
