import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { Role, RoleTable } from '../api/types';
import { nameOf } from '../i18n/names';
import { PageHead } from '../shared/page-head';
import { Remote } from '../shared/remote';
import { inBrackets } from '../i18n/punctuation';

/** What each role may do and how far, read from the policy that is enforced, and who holds it today. */
export function RolesPage() {
  const { t } = useTranslation();
  const [role, choose] = useState<Role>('bureau_head');
  const query = useQuery({
    queryKey: ['roles'],
    queryFn: ({ signal }) => api.get<RoleTable[]>('/roles', undefined, signal),
  });
  return (
    <>
      <PageHead title={t('configure.roles')} sub={t('configure.rolesNote')} />
      <Remote query={query} rows={12}>
        {(roles) => {
          const shown = roles.find((one) => one.role === role);
          return (
            <div className="stack">
              <search className="filters">
                <Select
                  className="wide"
                  aria-label={t('configure.role')}
                  value={role}
                  onChange={choose}
                  showSearch={{ optionFilterProp: 'label' }}
                  options={roles.map((one) => ({
                    value: one.role,
                    label: `${nameOf('words.role', one.role)}${inBrackets(one.holderCount)}`,
                  }))}
                />
              </search>
              {shown === undefined ? null : <RoleSheet table={shown} />}
            </div>
          );
        }}
      </Remote>
    </>
  );
}

function RoleSheet({ table }: { table: RoleTable }) {
  const { t } = useTranslation();
  const { privileged, factorDemanded, holders, holderCount, acts } = table;
  const notes = [privileged ? t('configure.twoPersons') : null, factorDemanded ? t('configure.factor') : null];
  return (
    <section className="stack" aria-label={nameOf('words.role', table.role)}>
      <h2>{nameOf('words.role', table.role)}</h2>
      <dl className="facts">
        <dt>{t('configure.holders')}</dt>
        <dd>
          {holders.length === 0
            ? t('configure.nobody')
            : holders
                .map(({ name, unitName, title, standsIn }) => {
                  const post = title.startsWith(unitName) ? title : `${unitName} ${title}`;
                  return `${name}${inBrackets(`${post}${standsIn ? ` · ${t('founding.standsInMark')}` : ''}`)}`;
                })
                .join(t('general.comma'))}
          {holderCount > holders.length ? ` ${t('configure.holdersMore', { count: holderCount })}` : null}
        </dd>
      </dl>
      <p className="small soft">{notes.filter((note) => note !== null).join(' · ')}</p>
      <Acts acts={acts} />
      <p className="small faint">{t('configure.everybody')}</p>
    </section>
  );
}

function Acts({ acts }: { acts: RoleTable['acts'] }) {
  const { t } = useTranslation();
  const title = t('configure.mayDo', { count: acts.length });
  return (
    <div className="table-scroll" style={{ maxHeight: 'none' }} role="region" aria-label={title} tabIndex={0}>
      <table className="plain-table small">
        <caption className="unseen">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t('configure.act')}</th>
            <th scope="col">{t('configure.scope')}</th>
            <th scope="col">{t('configure.code')}</th>
          </tr>
        </thead>
        <tbody>
          {acts.map(({ act, scope }) => (
            <tr key={act}>
              <td>{nameOf('permits', act)}</td>
              <td>{nameOf('configure.scopes', scope)}</td>
              <td>
                <code className="faint">{act}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
