import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button, Checkbox, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRequired } from '../admin/unit-fields';
import { api } from '../api/client';
import { lists } from '../api/lists';
import { useMe } from '../api/session';
import type { InspectionBrief } from '../api/types';
import { useWrite } from '../api/write';
import { FormDialog } from '../shared/form-dialog';
import { PageHead } from '../shared/page-head';
import { RemotePages } from '../shared/remote';
import { RetaliationSection } from '../retaliation/reports-section';
import { FrequencySection } from './frequency';

/** Inspections that the reader may know of, newest first; the bureau also sees how often whom. */
export function InspectionsPage() {
  const { t } = useTranslation();
  const { acts } = useMe();
  const [starting, start] = useState(false);
  const query = useInfiniteQuery(lists.inspections());
  return (
    <>
      <PageHead
        title={t('inspection.title')}
        sub={t('inspection.note')}
        acts={
          acts.includes('inspection.plan') ? (
            <Button type="primary" onClick={() => start(true)}>
              {t('inspection.start')}
            </Button>
          ) : undefined
        }
      />
      <RemotePages query={query} empty={t('inspection.empty')} rows={4}>
        {(items) => (
          <ul className="plain-list cards">
            {items.map((one) => (
              <Card key={one.id} inspection={one} />
            ))}
          </ul>
        )}
      </RemotePages>
      {acts.includes('inspection.frequency') ? <FrequencySection /> : null}
      {acts.includes('retaliation.read') ? <RetaliationSection /> : null}
      {starting ? <StartDialog onClose={() => start(false)} /> : null}
    </>
  );
}

function Card({ inspection }: { inspection: InspectionBrief }) {
  const { t } = useTranslation();
  const { id, number, name, state, type, fromOn, toOn, objects, groups, visits, visitsDone } = inspection;
  const facts = [
    number,
    type === null ? null : t(`inspection.type.${type}`),
    fromOn === null || toOn === null ? t('inspection.noDays') : t('inspection.days', { from: fromOn, to: toOn }),
    t('inspection.sizes', { objects, groups }),
    visits === 0 ? null : t('inspection.progress', { done: visitsDone, visits }),
  ];
  return (
    <li className="card">
      <span className="spread">
        <Link className="underlined" to="/inspections/$id" params={{ id }}>
          <b>{name}</b>
        </Link>
        <b className="soft">{t(`inspection.state.${state}`)}</b>
      </span>
      <span className="soft small">{facts.filter((one) => one !== null).join(' · ')}</span>
    </li>
  );
}

interface Started {
  name: string;
  standing?: boolean;
}

function StartDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const required = useRequired();
  const navigate = useNavigate();
  const write = useWrite({
    run: ({ name, standing = false }: Started, key: string) =>
      api.post<{ id: string }>('/inspections', { name: name.trim(), standing }, { key }),
    said: () => t('inspection.started'),
    touches: [['inspections']],
    quiet: true,
  });
  return (
    <FormDialog<Started, { id: string }>
      title={t('inspection.start')}
      write={write}
      onClose={onClose}
      onDone={({ id }) => void navigate({ to: '/inspections/$id', params: { id } })}
    >
      <Form.Item name="name" label={t('inspection.name')} rules={required(t('inspection.name'))}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="standing" valuePropName="checked" extra={t('inspection.standingNote')}>
        <Checkbox>{t('inspection.standing')}</Checkbox>
      </Form.Item>
    </FormDialog>
  );
}
