import { Modal } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Skipped } from '../api/types';
import { nameOf } from '../i18n/names';
import { useReturnFocus } from './return-focus';
import { skippedId, skippedTitle } from './skipped';
import { comma } from '../i18n/punctuation';

/** What an act on many would come to. */
export interface Rehearsal {
  /** How many it would be done to. */
  will: number;
  wont: (Skipped & { fields?: string[] })[];
}

interface BulkPreviewProps {
  /** What is about to be done. */
  title: string;
  rehearsal: Rehearsal;
  /** What else it brings. */
  note?: string;
  /** Something to look at before, e.g. what will be written. */
  more?: ReactNode;
  /** Words of the way back; giving the act up when absent. */
  cancelText?: string;
  titleOf: (id: string) => string | undefined;
  pending: boolean;
  onConfirm: () => void;
  onClose: () => void;
}
const shown = 100;

/** Before an act on many: what will happen, what will not and why. Judged by the server with the act's own rules. */
export function BulkPreview(props: BulkPreviewProps) {
  const { title, rehearsal, note, more, cancelText, titleOf, pending, onConfirm, onClose } = props;
  const { t } = useTranslation();
  useReturnFocus();
  const { will, wont } = rehearsal;
  return (
    <Modal
      open
      title={`${title}${t('general.colon')}${t('ledger.preview')}`}
      okText={will === 0 ? t('ledger.previewNothing') : t('ledger.previewDo', { count: will })}
      okButtonProps={{ disabled: will === 0, loading: pending }}
      cancelText={cancelText ?? t('general.cancel')}
      onOk={onConfirm}
      onCancel={onClose}
    >
      {will === 0 ? null : (
        <p className="preview-will">
          <b>{t('ledger.previewWill', { count: will })}</b>
          {note === undefined ? null : <span className="soft"> {note}</span>}
        </p>
      )}
      {wont.length === 0 ? <p>{t('ledger.previewAll')}</p> : <Wont rehearsal={rehearsal} titleOf={titleOf} />}
      {more}
    </Modal>
  );
}

function Wont({ rehearsal: { will, wont }, titleOf }: Pick<BulkPreviewProps, 'rehearsal' | 'titleOf'>) {
  const { t } = useTranslation();
  return (
    <>
      <p>{will === 0 ? t('ledger.previewNone') : t('ledger.previewWont', { count: wont.length })}</p>
      <ul className="preview-list" tabIndex={0} aria-label={t('ledger.previewWont', { count: wont.length })}>
        {wont.slice(0, shown).map((one) => (
          <li key={skippedId(one)}>
            {skippedTitle(one, titleOf)}
            <span className="soft small">
              {t('general.colon')}
              <Reason skipped={one} />
            </span>
          </li>
        ))}
      </ul>
      {wont.length > shown ? <p className="faint">{t('general.skippedRest', { count: wont.length - shown })}</p> : null}
    </>
  );
}

function Reason({ skipped: { code, fields = [] } }: { skipped: Rehearsal['wont'][number] }) {
  const { t } = useTranslation();
  const named = fields.map((field) => nameOf('ledger.field', field)).join(comma());
  return (
    <>
      {nameOf('general.skipped', code)}
      {named === '' ? null : t('ledger.missing', { fields: named })}
    </>
  );
}
