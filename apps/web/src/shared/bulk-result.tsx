import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Skipped } from '../api/types';
import { nameOf } from '../i18n/names';

interface BulkResultProps {
  /** What was done, in words with its number. */
  done: string;
  skipped: Skipped[];
  /** Title of a skipped record, when it is on the screen. */
  titleOf: (id: string) => string | undefined;
  onClose: () => void;
}
const shown = 50;

function idOf(skipped: Skipped): string {
  if ('taskId' in skipped) return skipped.taskId;
  return 'matterId' in skipped ? skipped.matterId : skipped.id;
}

/** The outcome of an act on many: how many were done, and which were not, with the reason. */
export function BulkResult({ done, skipped, titleOf, onClose }: BulkResultProps) {
  const { t } = useTranslation();
  return (
    <Modal open title={t('bureau.bulkResult')} footer={null} onCancel={onClose}>
      <p>{done}</p>
      {skipped.length === 0 ? null : (
        <>
          <p>
            <b>{t('general.skippedTitle', { count: skipped.length })}</b>
          </p>
          <ul style={{ maxHeight: 320, overflow: 'auto' }}>
            {skipped.slice(0, shown).map((one, at) => (
              <li key={at}>
                {titleOf(idOf(one)) ?? idOf(one)}{' '}
                <span className="faint small">{nameOf('general.skipped', one.code)}</span>
              </li>
            ))}
          </ul>
          {skipped.length > shown ? (
            <p className="faint">{t('general.skippedRest', { count: skipped.length - shown })}</p>
          ) : null}
        </>
      )}
    </Modal>
  );
}
