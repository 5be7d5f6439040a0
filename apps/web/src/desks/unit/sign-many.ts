import { useTranslation } from 'react-i18next';
import { App } from 'antd';
import { api } from '../../api/client';
import type { Skipped } from '../../api/types';
import { useWrite } from '../../api/write';
import type { Rehearsal } from '../../shared/bulk-preview';

interface SignedMany {
  signed: string[];
  skipped: Skipped[];
}

/** Signs many assignments in one act: first what would happen, then the act, which says how many were and that some were not. */
export function useSignMany() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const rehearse = useWrite({
    run: async (ids: string[], key): Promise<Rehearsal> => {
      const { signed, skipped } = await api.post<SignedMany>('/assignments/sign', { ids, dryRun: true }, { key });
      return { will: signed.length, wont: skipped };
    },
    touches: [],
  });
  const sign = useWrite({
    run: async (ids: string[], key) => {
      const done = await api.post<SignedMany>('/assignments/sign', { ids }, { key });
      if (done.skipped.length > 0) message.warning(t('unit.skipped', { count: done.skipped.length }));
      return done;
    },
    said: (done) => t('unit.signed', { count: done.signed.length }),
    touches: [['assignments'], ['task'], ['notices']],
  });
  return { rehearse, sign };
}
