import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Skipped } from '../api/types';
import { SkippedList } from './skipped-list';

interface BulkResultProps {
  /** What was done, in words with its number. */
  done: string;
  skipped: Skipped[];
  /** Title of a skipped record, when it is on the screen. */
  titleOf: (id: string) => string | undefined;
  onClose: () => void;
  /** What else came of it, before what did not. */
  children?: React.ReactNode;
}

/** The outcome of an act on many: how many were done, and which were not, with the reason. */
export function BulkResult({ done, skipped, titleOf, onClose, children }: BulkResultProps) {
  const { t } = useTranslation();
  return (
    <Modal open title={t('bureau.bulkResult')} footer={null} mask={{ closable: false }} onCancel={onClose}>
      <p>{done}</p>
      {children}
      <SkippedList skipped={skipped} titleOf={titleOf} />
    </Modal>
  );
}
