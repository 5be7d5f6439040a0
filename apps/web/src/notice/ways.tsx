import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { useMe } from '../api/session';
import type { NoticeRules } from '../api/types';
import { useWrite } from '../api/write';
import { nameOf } from '../i18n/names';

const rolesReached = [
  'principal',
  'county_leader',
  'leader_office',
  'bureau_head',
  'bureau_officer',
  'bureau_clerk',
  'unit_head',
  'unit_liaison',
  'unit_staff',
] as const;
const isPersonal = (kind: string): boolean => kind === 'mail' || kind === 'sms';

/** Which topic goes by which channel to whom; what is not chosen stays in the house. */
export function Ways({ rules }: { rules: NoticeRules }) {
  const { t } = useTranslation();
  const maySet = useMe().acts.includes('notice_rule.set');
  const [ways, setWays] = useState(rules.ways);
  const write = useWrite({
    run: () => api.put<NoticeRules>('/notice-rules', { hours: rules.hours, ways }),
    said: () => t('notify.rulesSaved'),
    touches: [['notice-rules']],
  });
  const choose = (topic: string, channelId: string, roles: string[]) =>
    setWays([
      ...ways.filter((way) => way.topic !== topic || way.channelId !== channelId),
      ...roles.map((role) => ({ topic, role, channelId })),
    ]);
  return (
    <section className="sheet" aria-label={t('notify.waysOut')}>
      <div className="spread">
        <h2>{t('notify.waysOut')}</h2>
        {maySet && rules.channels.length > 0 ? (
          <Button type="primary" loading={write.isPending} onClick={() => write.mutate(undefined)}>
            {t('notify.save')}
          </Button>
        ) : null}
      </div>
      <p className="soft">{t(rules.channels.length === 0 ? 'notify.waysOutNone' : 'notify.waysOutNote')}</p>
      {rules.channels.length === 0 ? null : (
        <WayFields rules={rules} ways={ways} disabled={!maySet} onChoose={choose} />
      )}
    </section>
  );
}

interface WayFieldsProps {
  rules: NoticeRules;
  ways: NoticeRules['ways'];
  disabled: boolean;
  onChoose: (topic: string, channelId: string, roles: string[]) => void;
}

/** Every topic with every channel. */
function WayFields({ rules, ways, disabled, onChoose }: WayFieldsProps) {
  return rules.topics.map((topic) => (
    <fieldset key={topic} className="ways">
      <legend>{nameOf('notify.topic', topic)}</legend>
      {rules.channels.map((channel) => (
        <WayField
          key={channel.id}
          topic={topic}
          channel={channel}
          disabled={disabled}
          roles={ways.filter((way) => way.topic === topic && way.channelId === channel.id).map(({ role }) => role)}
          onChange={(roles) => onChoose(topic, channel.id, roles)}
        />
      ))}
    </fieldset>
  ));
}

interface WayFieldProps {
  topic: string;
  channel: NoticeRules['channels'][number];
  disabled: boolean;
  roles: string[];
  onChange: (roles: string[]) => void;
}

/** To whom one topic goes by one channel. */
function WayField({ topic, channel, disabled, roles, onChange }: WayFieldProps) {
  const { t } = useTranslation();
  return (
    <label className="way">
      <span className="small">{channel.name}</span>
      <Select
        mode="multiple"
        disabled={disabled}
        aria-label={`${nameOf('notify.topic', topic)} ${t('notify.toRole', { channel: channel.name })}`}
        value={roles}
        onChange={onChange}
        placeholder="—"
        options={
          isPersonal(channel.kind)
            ? rolesReached.map((role) => ({ value: role, label: nameOf('words.role', role) }))
            : [{ value: '*', label: t('notify.group') }]
        }
      />
    </label>
  );
}
