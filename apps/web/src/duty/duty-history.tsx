import { useQuery } from '@tanstack/react-query';
import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { lists } from '../api/lists';
import type { DutyPast, DutyView } from '../api/types';
import { countyDay, countyTime } from '../shared/county-time';
import { Remote } from '../shared/remote';
import { useReturnFocus } from '../shared/return-focus';
import { ListMark } from './list-mark';
import { comma } from '../i18n/punctuation';

/** Every line that an item ever had, newest first. */
export function DutyHistory({ line, onClose }: { line: DutyView; onClose: () => void }) {
  const { t } = useTranslation();
  useReturnFocus();
  const query = useQuery(lists.dutyHistory(line.id));
  return (
    <Modal
      open
      width={620}
      title={`${t('duty.history')}${t('general.colon')}${line.category}`}
      footer={null}
      onCancel={onClose}
    >
      <Remote query={query} rows={4}>
        {({ items }) => (
          <ol className="plain-list">
            {items.map((past) => (
              <Past key={past.id} past={past} />
            ))}
          </ol>
        )}
      </Remote>
    </Modal>
  );
}

function Past({
  past: { leadUnit, assistUnits, townshipList, basis, from, to, recordedBy, recordedAt },
}: {
  past: DutyPast;
}) {
  const { t } = useTranslation();
  return (
    <li className="duty-past">
      <b>{to === null ? t('duty.since', { day: countyDay(from) }) : `${countyDay(from)} — ${countyDay(to)}`}</b>{' '}
      <ListMark list={townshipList} />
      <p>
        {t('duty.lead')} {leadUnit.shortName}
        {assistUnits.length === 0
          ? null
          : ` · ${t('duty.assists')} ${assistUnits.map(({ shortName }) => shortName).join(comma())}`}
      </p>
      <p className="faint small">
        {[basis, t('duty.recorded', { name: recordedBy ?? t('duty.byImport'), at: countyTime(recordedAt) })]
          .filter((one) => one !== null)
          .join(' · ')}
      </p>
    </li>
  );
}
