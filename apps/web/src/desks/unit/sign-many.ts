import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import type { Skipped } from '../../api/types';
import { useWrite } from '../../api/write';

interface SignedMany {
  signed: string[];
  skipped: Skipped[];
}

/** Signs many assignments in one act; says how many were, and that some were not. */
export function useSignMany() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  return useWrite({
    run: async (ids: string[], key) => {
      const done = await api.post<SignedMany>('/assignments/sign', { ids }, { key });
      if (done.skipped.length > 0) message.warning(t('unit.skipped', { count: done.skipped.length }));
      return done;
    },
    said: (done) => t('unit.signed', { count: done.signed.length }),
    touches: [['assignments'], ['task'], ['notices']],
  });
}
