import { Alert, Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { NewEntry } from '../api/types';
import { useWrite } from '../api/write';
import { useProblemWords } from '../shared/problem-words';
import { useReturnFocus } from '../shared/return-focus';
import { EntryLink } from './entry-link';

interface EntryLinkDialogProps {
  /** Where the link is made: `/people/…/entry-link` or `/privilege-requests/…/entry-link`. */
  path: string;
  name: string;
  onClose: () => void;
}

/** Makes the link with which a person chooses their password, and shows it this once. */
export function EntryLinkDialog({ path, name, onClose }: EntryLinkDialogProps) {
  const { t } = useTranslation();
  const inWords = useProblemWords();
  const { data: made, ...write } = useWrite({
    run: (_: undefined, key) => api.post<NewEntry>(path, {}, { key }),
    touches: [['privileges'], ['people'], ['guide']],
    quiet: true,
  });
  useReturnFocus();
  return (
    <Modal
      open
      title={made === undefined ? t('founding.entryLinkOf', { name }) : t('founding.entryLinkMade')}
      closable={false}
      keyboard={made === undefined}
      mask={{ closable: false }}
      onCancel={onClose}
      footer={
        <Foot
          made={made !== undefined}
          pending={write.isPending}
          onMake={() => write.mutate(undefined)}
          onClose={onClose}
        />
      }
    >
      <div className="stack">
        {write.error === null ? null : <Alert type="error" showIcon title={inWords(write.error)} />}
        {made === undefined ? (
          <p className="dialog-intro">{t('founding.entryLinkNote', { name })}</p>
        ) : (
          <>
            <Alert type="warning" showIcon title={t('founding.linksOnce')} />
            <EntryLink entry={made} />
          </>
        )}
      </div>
    </Modal>
  );
}

interface FootProps {
  made: boolean;
  pending: boolean;
  onMake: () => void;
  onClose: () => void;
}

function Foot({ made, pending, onMake, onClose }: FootProps) {
  const { t } = useTranslation();
  if (made)
    return (
      <Button type="primary" onClick={onClose}>
        {t('security.tokenKept')}
      </Button>
    );
  return (
    <>
      <Button onClick={onClose}>{t('general.cancel')}</Button>
      <Button type="primary" loading={pending} onClick={onMake}>
        {t('founding.entryLinkOk')}
      </Button>
    </>
  );
}
