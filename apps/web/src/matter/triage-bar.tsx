import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { records } from '../api/records';
import { ActDialog } from '../shared/acts/act-dialog';
import { matterActs } from '../shared/acts/matter-acts';
import { EditMatterDialog } from './edit-matter-dialog';
import type { TriageDialog } from './triage-keys';
import { triageLetters } from './triage-letters';

/** Which keys sort the register, always in sight. */
export function TriageBar() {
  const { t } = useTranslation();
  const keys: [string, string][] = [
    ['j k', t('matter.triageKeys.move')],
    ['Enter', t('matter.triageKeys.open')],
    ['Space', t('matter.triageKeys.choose')],
    ...triageLetters.map(({ letter }): [string, string] => [letter, t(`matter.triageKeys.${letter}`)]),
  ];
  return (
    <p className="triage-bar small" aria-label={t('matter.triageKeys.title')}>
      <b>{t('matter.triageKeys.title')}</b>
      {keys.map(([key, words]) => (
        <span key={key}>
          <kbd>{key}</kbd> {words}
        </span>
      ))}
    </p>
  );
}

const actOf = { d: 'merge', f: 'file', x: 'decline' } as const;

/** The dialog that a letter opened. */
export function TriageDialogs({ dialog, close }: { dialog: TriageDialog | null; close: () => void }) {
  if (dialog === null) return null;
  const { letter, row } = dialog;
  if (letter === 'c') return <EditOf id={row.id} close={close} />;
  const spec = matterActs.find(({ act }) => act === actOf[letter]);
  if (spec === undefined) return null;
  return (
    <ActDialog
      spec={spec}
      subject={{ kind: 'matter', id: row.id, version: row.version, title: row.title }}
      onClose={close}
    />
  );
}

function EditOf({ id, close }: { id: string; close: () => void }) {
  const { data } = useQuery(records.matter(id));
  return data === undefined ? null : <EditMatterDialog matter={data} onClose={close} />;
}
