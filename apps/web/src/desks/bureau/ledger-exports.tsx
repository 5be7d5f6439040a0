import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { useMe } from '../../api/session';
import type { Total } from '../../api/types';
import { useWrite } from '../../api/write';
import type { LedgerSearch } from '../../app/search';
import { AskExport } from '../../shared/ask-export';
import { keepFile } from '../../shared/keep-file';
import { useFilterWords } from './filter-words';
import { filtersOf, settingsOf } from './ledger-settings';
import { comma } from '../../i18n/punctuation';

/** Rows that one person may export alone; the server has the last word. */
const aloneMax = 200;

/** The present rows as a file: at once when they are few and masked, else by a request that somebody else approves. */
export function LedgerExports({ search, total }: { search: LedgerSearch; total: Total | undefined }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const isMany = total !== undefined && total.value > aloneMax;
  if (!useMe().acts.includes('task.export') || total === undefined) return null;
  return (
    <span className="row">
      {isMany
        ? null
        : (['xlsx', 'csv'] as const).map((format) => <ExportNow key={format} search={search} format={format} />)}
      <Button type={isMany ? 'default' : 'link'} onClick={() => setAsking(true)}>
        {t(isMany ? 'ledger.exportAsk' : 'personal.exportUnmasked')}
      </Button>
      {asking ? (
        <AskExport
          wanted={{ register: 'ledger', filters: settingsOf(search).filters }}
          intro={<AskIntro search={search} />}
          unmasked={!isMany}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </span>
  );
}

function ExportNow({ search, format }: { search: LedgerSearch; format: 'xlsx' | 'csv' }) {
  const { t } = useTranslation();
  const take = useWrite({
    run: async () =>
      keepFile(await api.file('GET', '/tasks/export', { ...filtersOf(search), format }), `督办台账.${format}`),
    touches: [],
  });
  return (
    <Button type="link" loading={take.isPending} onClick={() => take.mutate(undefined)}>
      {t(format === 'xlsx' ? 'bureau.exportXlsx' : 'bureau.exportCsv')}
    </Button>
  );
}

function AskIntro({ search }: { search: LedgerSearch }) {
  const { t } = useTranslation();
  const words = useFilterWords(search).map((chip) => chip.words);
  return (
    <>
      <p className="act-consequence">{t('ledger.exportAskNote')}</p>
      <p>
        {t('ledger.exportWhat')}
        {t('general.colon')}
        {words.join(comma()) || t('ledger.allTasks')}
      </p>
    </>
  );
}
