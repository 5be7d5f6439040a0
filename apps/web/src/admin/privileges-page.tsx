import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Form, Input, Popconfirm, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { lists } from '../api/lists';
import type { PrivilegeRequest } from '../api/types';
import { useWrite } from '../api/write';
import { nameOf } from '../i18n/names';
import { countyTime } from '../shared/county-time';
import { EntryLinkDialog } from '../founding/entry-link-dialog';
import { FormDialog } from '../shared/form-dialog';
import { PageHead } from '../shared/page-head';
import { RemotePages } from '../shared/remote';
import { inBrackets } from '../i18n/punctuation';

/** What administrators asked of one another, and what became of it. */
export function PrivilegesPage() {
  const { t } = useTranslation();
  const [box, open] = useState<'requested' | 'all'>('requested');
  const [linkFor, letIn] = useState<PrivilegeRequest | null>(null);
  const query = useInfiniteQuery(lists.privileges({ state: box === 'all' ? undefined : box }));
  return (
    <>
      <PageHead title={t('admin.privileges')} sub={t('admin.privilegesNote')} />
      <div className="filters">
        <Segmented
          aria-label={t('admin.privileges')}
          value={box}
          onChange={open}
          options={[
            { value: 'requested' as const, label: t('admin.undecided') },
            { value: 'all' as const, label: t('admin.all') },
          ]}
        />
      </div>
      <RemotePages query={query} empty={t(box === 'all' ? 'admin.privilegesEmpty' : 'admin.nothingUndecided')}>
        {(requests) => (
          <ul className="plain-list task-lines">
            {requests.map((request) => (
              <RequestLine key={request.id} request={request} onLetIn={() => letIn(request)} />
            ))}
          </ul>
        )}
      </RemotePages>
      {linkFor === null ? null : (
        <EntryLinkDialog
          path={`/privilege-requests/${linkFor.id}/entry-link`}
          name={linkFor.person.name}
          onClose={() => letIn(null)}
        />
      )}
    </>
  );
}

interface RequestProps {
  request: PrivilegeRequest;
  /** Makes the link that goes with it, once it is granted. */
  onLetIn: () => void;
}

function RequestLine({ request, onLetIn }: RequestProps) {
  const { t } = useTranslation();
  const { kind, person, role, title, unitName, askedBy, decidedBy, decidedAt } = request;
  const post = role === null ? '' : `${unitName ?? ''} ${title ?? ''}${inBrackets(nameOf('words.role', role))}`;
  return (
    <li className="spread security-line">
      <span>
        <b>{t(`admin.sentence.${kind}`, { name: person.name, post })}</b>
        <br />
        <span className="words">{request.reason}</span>
        <br />
        <span className="faint small">
          {t('admin.askedBy', { name: askedBy.name, at: countyTime(request.askedAt) })}
          {decidedBy === null || decidedAt === null
            ? null
            : ` · ${t(`admin.decided.${request.state}`, { name: decidedBy.name, at: countyTime(decidedAt) })}`}
          {request.words === null ? null : ` · ${request.words}`}
        </span>
      </span>
      <Decide request={request} onLetIn={onLetIn} />
    </li>
  );
}

function Decide({ request: { id, version, actions, entryNeeded }, onLetIn }: RequestProps) {
  const { t } = useTranslation();
  const [deciding, decide] = useState<'grant' | 'refuse' | null>(null);
  const withdraw = useWrite({
    run: (_: undefined, key) => api.post<void>(`/privilege-requests/${id}/withdraw`, {}, { key, version }),
    said: () => t('admin.withdrawn'),
    touches: [['privileges']],
  });
  return (
    <span className="row">
      {actions.includes('grant') ? (
        <Button type="primary" onClick={() => decide('grant')}>
          {t('admin.grant')}
        </Button>
      ) : null}
      {actions.includes('refuse') ? <Button onClick={() => decide('refuse')}>{t('admin.refuse')}</Button> : null}
      {actions.includes('let_in') ? <Button onClick={onLetIn}>{t('founding.entryLink')}</Button> : null}
      {actions.includes('withdraw') ? (
        <Popconfirm
          title={t('admin.withdrawAsk')}
          okText={t('admin.withdraw')}
          cancelText={t('general.cancel')}
          onConfirm={() => withdraw.mutate(undefined)}
        >
          <Button loading={withdraw.isPending}>{t('admin.withdraw')}</Button>
        </Popconfirm>
      ) : null}
      {deciding === null ? null : (
        <DecisionDialog
          id={id}
          version={version}
          on={deciding}
          onClose={() => decide(null)}
          onDone={() => deciding === 'grant' && entryNeeded && onLetIn()}
        />
      )}
    </span>
  );
}

interface DecisionDialogProps {
  id: string;
  version: number;
  on: 'grant' | 'refuse';
  onClose: () => void;
  onDone: () => void;
}

function DecisionDialog({ id, version, on, onClose, onDone }: DecisionDialogProps) {
  const { t } = useTranslation();
  const write = useWrite({
    run: (said: { words?: string }, key) => api.post<void>(`/privilege-requests/${id}/${on}`, said, { key, version }),
    said: () => t('admin.done'),
    touches: [['privileges'], ['accounts'], ['guide']],
    quiet: true,
  });
  return (
    <FormDialog
      title={t(`admin.${on}`)}
      grave={on === 'refuse'}
      intro={<p className="dialog-intro">{t(`admin.${on}Note`)}</p>}
      write={write}
      onClose={onClose}
      onDone={onDone}
    >
      <Form.Item name="words" label={t('admin.words')}>
        <Input.TextArea rows={2} maxLength={500} showCount />
      </Form.Item>
    </FormDialog>
  );
}
