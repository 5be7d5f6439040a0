import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { lists } from '../api/lists';
import { useMe } from '../api/session';
import type { AuditRow } from '../api/types';
import { nameOf } from '../i18n/names';
import { When } from '../shared/due';
import { PageHead } from '../shared/page-head';
import { AuditFilters, filtersOf } from './audit-filters';
import { VerifyCard } from './verify-card';
import { RemotePages } from '../shared/remote';

/** The audit records by person, act, record, day and refusals: acts and ids, nothing else. Its chain is verified here. */
export function AuditPage() {
  const { t } = useTranslation();
  const search = useSearch({ from: '/inside/audit' });
  const { acts } = useMe();
  const query = useInfiniteQuery(lists.audit(filtersOf(search)));
  return (
    <>
      <PageHead title={t('audit.title')} sub={t('audit.note')} />
      {acts.includes('audit.verify') ? <VerifyCard /> : null}
      <AuditFilters search={search} />
      <RemotePages query={query} empty={t('audit.empty')} rows={12}>
        {(rows) => <AuditTable rows={rows} />}
      </RemotePages>
    </>
  );
}

const columns = ['seq', 'at', 'actName', 'subject', 'by', 'role', 'move', 'facts'] as const;

function AuditTable({ rows }: { rows: AuditRow[] }) {
  const { t } = useTranslation();
  return (
    <div
      className="table-scroll"
      style={{ maxHeight: 'none' }}
      role="region"
      aria-label={t('audit.title')}
      tabIndex={0}
    >
      <table className="plain-table small">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`audit.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const refusal = '.refused';

/** The act in words, where it has some, and its code. */
function ActName({ act }: { act: string }) {
  const { t } = useTranslation();
  const refused = act.endsWith(refusal);
  const deed = refused ? act.slice(0, -refusal.length) : act;
  const name = nameOf('words.act', deed);
  return (
    <>
      {name === deed ? null : `${name} `}
      {refused ? <b>{t('audit.refused')} </b> : null}
      <code className="faint">{act}</code>
    </>
  );
}

function Row({ row }: { row: AuditRow }) {
  const { t } = useTranslation();
  const facts = Object.entries(row.facts)
    .filter(([name]) => name !== 'viaToken')
    .map(([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`);
  return (
    <tr>
      <td>{row.seq ?? t('audit.unlinked')}</td>
      <td>
        <When at={row.at} />
      </td>
      <td>
        <ActName act={row.act} />
      </td>
      <td>
        <span className="nobreak">
          {row.subjectType} <code>{row.subjectId ?? ''}</code>
        </span>
      </td>
      <td>
        <code>{row.personId ?? '—'}</code>
      </td>
      <td className="nobreak">
        {'viaToken' in row.facts ? <b>{t('audit.byToken')} </b> : null}
        {row.role === null ? '—' : nameOf('words.role', row.role)}
      </td>
      <td>{row.from === null && row.to === null ? '—' : `${row.from ?? ''} → ${row.to ?? ''}`}</td>
      <td>{facts.join('，')}</td>
    </tr>
  );
}
