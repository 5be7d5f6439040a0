import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRequired } from '../admin/unit-fields';
import { api } from '../api/client';
import { lists } from '../api/lists';
import type { GivenMaterial, MaterialRequest } from '../api/field-types';
import { useWrite } from '../api/write';
import { countyDay } from '../shared/county-time';
import { FormDialog } from '../shared/form-dialog';
import { Remote } from '../shared/remote';

/** What the visited unit gave already, so that nobody asks for it again; asking again wants a reason. */
export function MaterialSection({ visitId, writable }: { visitId: string; writable: boolean }) {
  const { t } = useTranslation();
  const query = useQuery(lists.material(visitId));
  const [asking, ask] = useState(false);
  return (
    <section className="stack finding-section" aria-label={t('material.title')}>
      <h2>{t('material.title')}</h2>
      <Remote query={query}>
        {(given) => (
          <>
            <Given given={given} />
            {asking ? <AskForm visitId={visitId} given={given} onClose={() => ask(false)} /> : null}
          </>
        )}
      </Remote>
      {writable ? (
        <span className="row">
          <Button onClick={() => ask(true)}>{t('material.ask')}</Button>
        </span>
      ) : null}
    </section>
  );
}

function Given({ given: { reports, answers, files, lastAt, items, asked } }: { given: GivenMaterial }) {
  const { t } = useTranslation();
  return (
    <>
      <p className="soft">
        {lastAt === null
          ? t('material.none')
          : t('material.counts', { reports, answers, files, at: countyDay(lastAt) })}
      </p>
      <ul className="plain-list">
        {items.map(({ kind, id, taskId, taskTitle, at, files: n }) => (
          <li key={id} className="spread">
            <Link className="underlined" to="/tasks/$id" params={{ id: taskId }}>
              {taskTitle || t('task.untitled')}
            </Link>
            <span className="soft small">
              {[
                t(`material.kind.${kind}`),
                countyDay(at),
                ...(n === 0 ? [] : [t('material.files', { count: n })]),
              ].join(' · ')}
            </span>
          </li>
        ))}
        {asked.map(({ id, what, askedBy, askedAt }) => (
          <li key={id} className="small">
            {t('material.askedLine', { name: askedBy, at: countyDay(askedAt), what })}
          </li>
        ))}
      </ul>
    </>
  );
}

function AskForm({ visitId, given, onClose }: { visitId: string; given: GivenMaterial; onClose: () => void }) {
  const { t } = useTranslation();
  const required = useRequired();
  const again = given.reports + given.answers > 0;
  const write = useWrite({
    run: (said: MaterialRequest, key: string) =>
      api.post<GivenMaterial>(`/visits/${visitId}/material-requests`, said, { key }),
    said: () => t('material.asked'),
    touches: [['material', visitId]],
    quiet: true,
  });
  return (
    <FormDialog title={t('material.askTitle')} okText={t('material.ask')} write={write} onClose={onClose}>
      <Form.Item name="what" label={t('material.what')} rules={required(t('material.what'))}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
      </Form.Item>
      {again ? (
        <Form.Item
          name="reason"
          label={t('material.reason')}
          extra={t('material.reasonNote')}
          rules={required(t('material.reason'))}
        >
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
        </Form.Item>
      ) : null}
    </FormDialog>
  );
}
