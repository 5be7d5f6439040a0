import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { lists } from '../../api/lists';
import type { ExportRequest } from '../../api/types';
import { ledgerSearch, matterSearch } from '../../app/search';
import { countyTime } from '../../shared/county-time';
import { PageHead } from '../../shared/page-head';
import { RemotePages } from '../../shared/remote';
import { AskRegister } from './ask-register';
import { ExportActs } from './export-acts';
import { matterList } from '../../matter/matter-list';
import { useMatterWords } from '../../matter/matter-words';
import { useFilterWords } from './filter-words';
import { taskList } from './task-list';
import { comma } from '../../i18n/punctuation';

/** Requests for exports: one's own, and for who decides those of the others. */
export function ExportsPage() {
  const { t } = useTranslation();
  const query = useInfiniteQuery(lists.exports());
  return (
    <>
      <PageHead title={t('ledger.exports')} sub={t('ledger.exportsNote')} acts={<AskRegister />} />
      <RemotePages query={query} empty={t('ledger.exportsEmpty')} rows={6}>
        {(items) => (
          <ul className="plain-list cards">
            {items.map((request) => (
              <Request key={request.id} request={request} />
            ))}
          </ul>
        )}
      </RemotePages>
    </>
  );
}

function Request({ request }: { request: ExportRequest }) {
  const { t } = useTranslation();
  const { state, rows: count, rowsCapped, reason, askedBy, askedAt, lapsesAt } = request;
  const what = useWhat(request);
  const open = state === 'requested' || state === 'approved';
  return (
    <li className="card">
      <span className="spread">
        <b>{reason}</b>
        <span className="export-state" data-state={state}>
          {t(`ledger.exportState.${state}`)}
        </span>
      </span>
      <span>
        {what}
        {' · '}
        {t(rowsCapped ? 'ledger.exportRowsCapped' : 'ledger.exportRows', { count })}
        {' · '}
        {request.format.toUpperCase()}
        {request.unmasked ? <b className="triage"> {t('personal.exportHolds')}</b> : null}
      </span>
      <span className="soft small">{t('ledger.exportBy', { name: askedBy.name, at: countyTime(askedAt) })}</span>
      <Decision request={request} />
      {open ? <span className="faint small">{t('ledger.exportUntil', { at: countyTime(lapsesAt) })}</span> : null}
      {state === 'approved' && request.register === 'register' ? (
        <span className="soft small">
          {t('ledger.registerCommand')}
          <code className="number">{`ducha export register FILE.xlsx --request ${request.id}`}</code>
        </span>
      ) : null}
      <ExportActs request={request} />
    </li>
  );
}

/** What the file is of, in words. */
function useWhat({ register, filters }: ExportRequest): string {
  const { t } = useTranslation();
  const tasks = useFilterWords(ledgerSearch(register === 'ledger' ? filters : {}));
  const matters = useMatterWords(matterSearch(register === 'matters' ? filters : {}));
  if (register === 'ledger') return tasks.map(({ words }) => words).join(comma()) || taskList.words.plain();
  const name = t(`ledger.registers.${register}`);
  if (register !== 'matters') return name;
  return `${name}${t('general.colon')}${matters.map(({ words }) => words).join(comma()) || matterList.words.plain()}`;
}

function Decision({ request: { decidedBy, decidedAt, decidedWords } }: { request: ExportRequest }) {
  const { t } = useTranslation();
  if (decidedBy === null || decidedAt === null) return null;
  return (
    <span className="soft small">
      {t('ledger.exportDecidedBy', { name: decidedBy.name, at: countyTime(decidedAt) })}
      {decidedWords === null ? null : `${t('general.colon')}${decidedWords}`}
    </span>
  );
}
