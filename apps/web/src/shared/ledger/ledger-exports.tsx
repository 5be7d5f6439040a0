import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { useMe } from '../../api/session';
import type { Total } from '../../api/types';
import { useWrite } from '../../api/write';
import { comma } from '../../i18n/punctuation';
import { AskExport } from '../ask-export';
import { keepFile } from '../keep-file';
import { settingsOf } from './ledger-settings';
import type { OpenList } from './open-list';

/** Rows that one person may export alone; the server has the last word. */
const aloneMax = 200;

/** The present rows as a file: at once when they are few and masked, else by a request that somebody else approves. */
export function LedgerExports({ list, total }: { list: OpenList; total: Total | undefined }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const isMany = total !== undefined && total.value > aloneMax;
  const { kind, search } = list;
  if (!useMe().acts.includes(kind.exports.act) || total === undefined) return null;
  return (
    <span className="row">
      {isMany
        ? null
        : (['xlsx', 'csv'] as const).map((format) => <ExportNow key={format} list={list} format={format} />)}
      <Button type={isMany ? 'default' : 'link'} onClick={() => setAsking(true)}>
        {t(isMany ? 'ledger.exportAsk' : 'personal.exportUnmasked')}
      </Button>
      {asking ? (
        <AskExport
          wanted={{ register: kind.exports.register, filters: settingsOf(kind, search).filters }}
          intro={<AskIntro list={list} />}
          unmasked={!isMany}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </span>
  );
}

function ExportNow({ list: { kind, filters }, format }: { list: OpenList; format: 'xlsx' | 'csv' }) {
  const { t } = useTranslation();
  const { path, register } = kind.exports;
  const take = useWrite({
    run: async () =>
      keepFile(await api.file('GET', path, { ...filters, format }), `${t(`ledger.registers.${register}`)}.${format}`),
    touches: [],
  });
  return (
    <Button type="link" loading={take.isPending} onClick={() => take.mutate(undefined)}>
      {t(format === 'xlsx' ? 'bureau.exportXlsx' : 'bureau.exportCsv')}
    </Button>
  );
}

function AskIntro({ list: { kind, chips } }: { list: OpenList }) {
  const { t } = useTranslation();
  const words = chips.map((chip) => chip.words);
  return (
    <>
      <p className="act-consequence">{t('ledger.exportAskNote')}</p>
      <p>
        {t('ledger.exportWhat')}
        {t('general.colon')}
        {words.join(comma()) || kind.words.plain()}
      </p>
    </>
  );
}
