import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { lists } from '../api/lists';
import type { AuditRow } from '../api/types';
import { nameOf } from '../i18n/names';
import { When } from '../shared/due';
import { PageHead } from '../shared/page-head';
import { RemotePages } from '../shared/remote';

const fields = ['about', 'act', 'personId'] as const;
const labels = { about: 'audit.about', act: 'audit.act', personId: 'audit.person' } as const;

/** The audit records by object, act or person: acts and ids, nothing else. */
export function AuditPage() {
  const { t } = useTranslation();
  const search = useSearch({ from: '/inside/audit' });
  const navigate = useNavigate({ from: '/audit' });
  const query = useInfiniteQuery(lists.audit({ ...search }));
  return (
    <>
      <PageHead title={t('audit.title')} sub={t('audit.note')} />
      <search className="filters">
        {fields.map((field) => (
          <Input.Search
            key={field}
            className="wide"
            allowClear
            defaultValue={search[field]}
            placeholder={t(labels[field])}
            aria-label={t(labels[field])}
            onSearch={(value) => void navigate({ search: { ...search, [field]: value === '' ? undefined : value } })}
          />
        ))}
      </search>
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
  const facts = Object.entries(row.facts).map(
    ([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`,
  );
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
      <td className="nobreak">{row.role === null ? '—' : nameOf('words.role', row.role)}</td>
      <td>{row.from === null && row.to === null ? '—' : `${row.from ?? ''} → ${row.to ?? ''}`}</td>
      <td>{facts.join('，')}</td>
    </tr>
  );
}
