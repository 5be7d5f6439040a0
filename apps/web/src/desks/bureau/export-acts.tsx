import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import type { ExportRequest } from '../../api/types';
import { useWrite } from '../../api/write';
import { keepFile } from '../../shared/keep-file';
import { RefuseDialog } from '../../shared/refuse-dialog';

const touches = [['exports']];

/** What the reader may do with a request: allow it, refuse it, or take the file. */
export function ExportActs({ request }: { request: ExportRequest }) {
  const { t } = useTranslation();
  const [refusing, setRefusing] = useState(false);
  const { id, version, actions } = request;
  const { approve, take } = useExportWrites(request);
  if (actions.length === 0) return null;
  return (
    <span className="row">
      {actions.includes('approve') ? (
        <Button type="primary" loading={approve.isPending} onClick={() => approve.mutate()}>
          {t('ledger.exportApprove')}
        </Button>
      ) : null}
      {actions.includes('refuse') ? (
        <Button onClick={() => setRefusing(true)}>{t('ledger.exportRefuse')}</Button>
      ) : null}
      {actions.includes('take') ? (
        <Button type="primary" loading={take.isPending} onClick={() => take.mutate()}>
          {t('ledger.exportTake')}
        </Button>
      ) : null}
      {refusing ? (
        <RefuseDialog
          {...{ path: `/export-requests/${id}`, version, touches }}
          title={t('ledger.exportRefuse')}
          what={t('ledger.exportRefuseWords')}
          said={t('ledger.exportDecided')}
          onClose={() => setRefusing(false)}
        />
      ) : null}
    </span>
  );
}

function useExportWrites({ id, version, format, register }: ExportRequest) {
  const { t } = useTranslation();
  const name = t(`ledger.registers.${register}`);
  const approve = useWrite({
    run: (_: void, key) => api.post<ExportRequest>(`/export-requests/${id}/approve`, {}, { key, version }),
    said: () => t('ledger.exportDecided'),
    touches,
  });
  const take = useWrite({
    run: async () => keepFile(await api.file('POST', `/export-requests/${id}/take`), `${name}.${format}`),
    said: () => t('ledger.exportTaken'),
    touches,
  });
  return { approve, take };
}
