import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lists } from '../api/lists';
import { useMe } from '../api/session';
import type { NoticeRules } from '../api/types';
import { PageHead } from '../shared/page-head';
import { Remote } from '../shared/remote';
import { HoursDialog } from './hours-dialog';
import { Templates } from './templates';
import { Ways } from './ways';

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** When people may be disturbed, which topic goes by which channel to whom, and in what words. */
export function RulesPage() {
  const { t } = useTranslation();
  const query = useQuery(lists.noticeRules());
  return (
    <>
      <PageHead title={t('notify.rules')} sub={t('notify.rulesNote')} />
      <div className="stack">
        <Remote query={query} rows={10}>
          {(rules) => (
            <>
              <Hours rules={rules} />
              <Ways rules={rules} />
            </>
          )}
        </Remote>
        <Templates />
      </div>
    </>
  );
}

function Hours({ rules }: { rules: NoticeRules }) {
  const { t } = useTranslation();
  const [setting, set] = useState(false);
  const { hours } = rules;
  const said = [
    t('notify.hoursOf', { from: clock(hours.openMinute), until: clock(hours.closeMinute) }),
    t(hours.daysOffQuiet ? 'notify.daysOffQuiet' : 'notify.daysOffOpen'),
    t('notify.windowOf', { count: hours.windowMinutes }),
    t('notify.capOf', { count: hours.dailyCap }),
    t('notify.urgeOf', { count: hours.urgeEveryMinutes }),
    t('notify.orderNote'),
  ];
  return (
    <section className="sheet" aria-label={t('notify.hours')}>
      <div className="spread">
        <h2>{t('notify.hours')}</h2>
        {useMe().acts.includes('notice_rule.set') ? (
          <Button onClick={() => set(true)}>{t('notify.hoursSet')}</Button>
        ) : null}
      </div>
      <ul>
        {said.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {setting ? <HoursDialog rules={rules} onClose={() => set(false)} /> : null}
    </section>
  );
}
