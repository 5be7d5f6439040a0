import { useNavigate } from '@tanstack/react-router';
import { Checkbox, DatePicker, Input, Select } from 'antd';
import dayjs from 'dayjs';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { reference } from '../api/lists';
import type { Query } from '../api/client';
import type { AuditSearch } from '../app/search';
import { instantOf } from '../shared/county-time';
import { inBrackets } from '../i18n/punctuation';

/** The address's filters as the API takes them: a day of the county is two instants. */
export function filtersOf({ day, refused, ...rest }: AuditSearch): Query {
  const start = day === undefined ? null : dayjs(day);
  return {
    ...rest,
    ...(refused && { refused: true }),
    ...(start?.isValid() === true && { from: instantOf(start), to: instantOf(start.add(1, 'day')) }),
  };
}

/** By person, act, record, day, and refusals only. */
export function AuditFilters({ search }: { search: AuditSearch }) {
  const { t } = useTranslation();
  const navigate = useNavigate({ from: '/audit' });
  const look = (change: Partial<AuditSearch>) => void navigate({ search: { ...search, ...change } });
  const typed = { about: t('audit.about'), act: t('audit.act') } as const;
  return (
    <search className="filters">
      <PersonFilter value={search.personId} onChange={(personId) => look({ personId })} />
      {(['act', 'about'] as const).map((field) => (
        <Input.Search
          key={field}
          className="wide"
          allowClear
          defaultValue={search[field]}
          placeholder={typed[field]}
          aria-label={typed[field]}
          onSearch={(value) => look({ [field]: value.trim() || undefined })}
        />
      ))}
      <DatePicker
        aria-label={t('audit.day')}
        placeholder={t('audit.day')}
        value={search.day === undefined ? null : dayjs(search.day)}
        onChange={(picked) => look({ day: picked?.format('YYYY-MM-DD') })}
      />
      <Checkbox
        checked={search.refused === true}
        onChange={({ target }) => look({ refused: target.checked || undefined })}
      >
        {t('audit.refusedOnly')}
      </Checkbox>
    </search>
  );
}

/** A person found by name; the address keeps the id alone. */
function PersonFilter({ value, onChange }: { value?: string; onChange: (id?: string) => void }) {
  const { t } = useTranslation();
  const [q, look] = useState('');
  const { data, isFetching } = useQuery({ ...reference.people(q), enabled: q.trim() !== '' });
  const options = (data?.items ?? []).map(({ id, name, unitName }) => ({
    value: id,
    label: `${name}${inBrackets(unitName)}`,
  }));
  return (
    <Select
      className="wide"
      allowClear
      value={value}
      aria-label={t('audit.person')}
      placeholder={t('audit.person')}
      loading={isFetching}
      options={options}
      showSearch={{ filterOption: false, onSearch: look }}
      onChange={(id?: string) => onChange(id)}
    />
  );
}
