import { useQuery } from '@tanstack/react-query';
import { Modal, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { lists } from '../api/lists';
import type { LawProfileRevision } from '../api/types';
import { countyTime } from '../shared/county-time';
import { Remote } from '../shared/remote';
import { useReturnFocus } from '../shared/return-focus';
import { useLawWords } from './law-words';
import { semicolon } from '../i18n/punctuation';

/** Every text that a profile ever had, newest first. */
export function LawHistory({ code, onClose }: { code: string; onClose: () => void }) {
  const { t } = useTranslation();
  useReturnFocus();
  const query = useQuery(lists.lawRevisions(code));
  return (
    <Modal open width={680} title={t('law.history')} footer={null} onCancel={onClose}>
      <Remote query={query} rows={4}>
        {(revisions) => (
          <ol className="plain-list">
            {revisions.map((one, at) => (
              <Past key={one.revision} one={one} inForce={at === 0} />
            ))}
          </ol>
        )}
      </Remote>
    </Modal>
  );
}

function Past({ one, inForce }: { one: LawProfileRevision; inForce: boolean }) {
  const { t } = useTranslation();
  const { named, endOf, daysOf, countingOf } = useLawWords();
  const at = countyTime(one.madeAt);
  return (
    <li className="law-line">
      <b>{t('law.revision', { revision: one.revision })}</b> {inForce ? <Tag>{t('law.inForce')}</Tag> : null}
      <p className="faint small">
        {one.madeBy === null ? t('law.byProduct', { at }) : t('law.madeBy', { name: one.madeBy.name, at })}
      </p>
      <p>
        {named(one)} · {daysOf(one)}
      </p>
      <p className="small">{countingOf(one).join(semicolon())}</p>
      <p className="small">
        {one.clocks.map((clock) => `${named(clock)}${t('general.colon')}${endOf(clock)}`).join(semicolon())}
      </p>
    </li>
  );
}
