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
      {rules.topics.map((topic) =>
        rules.channels.length === 0 ? null : (
          <fieldset key={topic} className="ways">
            <legend>{nameOf('notify.topic', topic)}</legend>
            {rules.channels.map((channel) => (
              <label key={channel.id} className="way">
                <span className="small">{channel.name}</span>
                <Select
                  mode="multiple"
                  disabled={!maySet}
                  aria-label={`${nameOf('notify.topic', topic)} ${t('notify.toRole', { channel: channel.name })}`}
                  value={ways
                    .filter((way) => way.topic === topic && way.channelId === channel.id)
                    .map(({ role }) => role)}
                  onChange={(roles: string[]) => choose(topic, channel.id, roles)}
                  placeholder="—"
                  options={
                    isPersonal(channel.kind)
                      ? rolesReached.map((role) => ({ value: role, label: nameOf('words.role', role) }))
                      : [{ value: '*', label: t('notify.group') }]
                  }
                />
              </label>
            ))}
          </fieldset>
        ),
      )}
    </section>
  );
}
