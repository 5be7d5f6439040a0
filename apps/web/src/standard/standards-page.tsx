import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRequired } from '../admin/unit-fields';
import { api } from '../api/client';
import { lists } from '../api/lists';
import { useMe } from '../api/session';
import type { StandardBrief } from '../api/types';
import { useWrite } from '../api/write';
import { FormDialog } from '../shared/form-dialog';
import { PageHead } from '../shared/page-head';
import { RemotePages } from '../shared/remote';

/** Checklists by which is inspected, each with the version that counts today. */
export function StandardsPage() {
  const { t } = useTranslation();
  const drafts = useMe().acts.includes('standard.draft');
  const [founding, found] = useState(false);
  const query = useInfiniteQuery(lists.standards());
  return (
    <>
      <PageHead
        title={t('standard.title')}
        sub={t('standard.note')}
        acts={
          drafts ? (
            <Button type="primary" onClick={() => found(true)}>
              {t('standard.found')}
            </Button>
          ) : undefined
        }
      />
      <RemotePages query={query} empty={t('standard.empty')} rows={4}>
        {(standards) => (
          <ul className="plain-list cards">
            {standards.map((standard) => (
              <StandardCard key={standard.id} standard={standard} />
            ))}
          </ul>
        )}
      </RemotePages>
      {founding ? <FoundDialog onClose={() => found(false)} /> : null}
    </>
  );
}

function StandardCard({ standard: { id, code, name, inForce, hasDraft } }: { standard: StandardBrief }) {
  const { t } = useTranslation();
  return (
    <li className="card">
      <span className="spread">
        <Link className="underlined" to="/standards/$id" params={{ id }}>
          <b>{name}</b>
        </Link>
        <b className="soft">
          {inForce === null ? t('standard.notInForce') : t('standard.versionInForce', { number: inForce })}
        </b>
      </span>
      <span className="soft small">
        {code}
        {hasDraft ? ` · ${t('standard.hasDraft')}` : null}
      </span>
    </li>
  );
}

function FoundDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const required = useRequired();
  const navigate = useNavigate();
  const write = useWrite({
    run: (said: { code: string; name: string }, key: string) => api.post<{ id: string }>('/standards', said, { key }),
    said: () => t('standard.founded'),
    touches: [['standards']],
    quiet: true,
  });
  return (
    <FormDialog
      title={t('standard.found')}
      write={write}
      onClose={onClose}
      onDone={({ id }) => void navigate({ to: '/standards/$id', params: { id } })}
    >
      <Form.Item name="name" label={t('standard.name')} rules={required(t('standard.name'))}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item
        name="code"
        label={t('standard.code')}
        extra={t('standard.codeNote')}
        rules={[...required(t('standard.code')), { pattern: /^[\w.-]{1,60}$/, message: t('standard.codeNote') }]}
      >
        <Input maxLength={60} />
      </Form.Item>
    </FormDialog>
  );
}
