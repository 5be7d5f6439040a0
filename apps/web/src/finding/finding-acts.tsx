import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { Finding, FindingBrief } from '../api/types';
import { useWrite } from '../api/write';
import { FindingDialog, type DialogAct } from './finding-dialogs';

const dialogs: readonly DialogAct[] = ['order', 'merge', 'fix', 'verify', 'dismiss', 'hand_over', 'receipt'];

/** What the reader may do with a finding: confirming is one tap, everything else asks for words. */
export function FindingActs({ finding }: { finding: FindingBrief }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<DialogAct | null>(null);
  const confirm = useWrite({
    run: (_: undefined, key: string) =>
      api.post<Finding>(`/findings/${finding.id}/confirm`, {}, { key, version: finding.version }),
    said: ({ standing }) => t(standing === 'recorded' ? 'finding.said.half' : 'finding.said.confirm'),
    touches: [['findings']],
  });
  return (
    <>
      {finding.actions.includes('confirm') ? (
        <Button type="primary" loading={confirm.isPending} onClick={() => confirm.mutate(undefined)}>
          {t('finding.act.confirm')}
        </Button>
      ) : null}
      {dialogs
        .filter((act) => finding.actions.includes(act))
        .map((act) => (
          <Button key={act} type={act === 'order' ? 'primary' : 'default'} onClick={() => setOpen(act)}>
            {t(`finding.act.${act}`)}
          </Button>
        ))}
      {open === null ? null : <FindingDialog act={open} finding={finding} onClose={() => setOpen(null)} />}
    </>
  );
}
