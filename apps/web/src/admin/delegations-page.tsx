import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Popconfirm, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { lists } from '../api/lists';
import type { Delegation } from '../api/types';
import { useWrite } from '../api/write';
import { nameOf } from '../i18n/names';
import { EmptyBlock } from '../shared/blocks';
import { countyTime } from '../shared/county-time';
import { FormDialog } from '../shared/form-dialog';
import { PageHead } from '../shared/page-head';
import { DuePicker } from '../shared/pickers';
import { Remote } from '../shared/remote';
import { useRequired } from './unit-fields';
import { comma, inBrackets } from '../i18n/punctuation';

/** What I lent to whom, and lending anew. */
export function DelegationsPage() {
  const { t } = useTranslation();
  const query = useQuery(lists.delegations());
  const [lending, lend] = useState(false);
  return (
    <>
      <PageHead
        title={t('people.delegations')}
        sub={t('people.delegationsNote')}
        acts={<Button onClick={() => lend(true)}>{t('people.delegate')}</Button>}
      />
      <Remote query={query} rows={4}>
        {(given) =>
          given.length === 0 ? (
            <EmptyBlock words={t('people.delegationsEmpty')} />
          ) : (
            <ul className="plain-list task-lines">
              {given.map((one) => (
                <DelegationLine key={one.id} one={one} />
              ))}
            </ul>
          )
        }
      </Remote>
      {lending ? <LendDialog onClose={() => lend(false)} /> : null}
    </>
  );
}

function DelegationLine({ one }: { one: Delegation }) {
  const { t } = useTranslation();
  const end = useWrite({
    run: (_: undefined, key: string) => api.post<void>(`/delegations/${one.id}/end`, {}, { key, version: one.version }),
    said: () => t('people.takenBack'),
    touches: [['delegations']],
  });
  return (
    <li className="spread security-line">
      <span>
        <b>{one.taker.name}</b> <span className="soft small">{one.takerTitle}</span>
        <span className="soft">{inBrackets(t(`people.standing.${one.standing}`))}</span>
        <br />
        <span className="small">{one.acts.map((act) => nameOf('permits', act)).join(comma())}</span>
        <br />
        <span className="faint small">
          {t('people.span', { from: countyTime(one.from), to: countyTime(one.endedAt ?? one.to) })} · {one.reason}
        </span>
      </span>
      {one.standing === 'over' ? null : (
        <Popconfirm
          title={t('people.takeBackAsk')}
          okText={t('people.takeBack')}
          cancelText={t('general.cancel')}
          onConfirm={() => end.mutate(undefined)}
        >
          <Button loading={end.isPending}>{t('people.takeBack')}</Button>
        </Popconfirm>
      )}
    </li>
  );
}

interface LendForm {
  takerPostId: string;
  acts: string[];
  from?: string | null;
  to: string;
  reason: string;
}

function LendDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { data, isLoading } = useQuery(lists.delegationOptions());
  const required = useRequired();
  const write = useWrite({
    run: ({ from, ...said }: LendForm, key: string) =>
      api.post<{ id: string }>('/delegations', { ...said, ...(from && { from }) }, { key }),
    said: () => t('people.given'),
    touches: [['delegations']],
    quiet: true,
  });
  const takers = (data?.takers ?? []).map(({ postId, name, title }) => ({
    value: postId,
    label: `${name}${inBrackets(title)}`,
  }));
  const acts = (data?.acts ?? []).map((act) => ({ value: act, label: nameOf('permits', act) }));
  const needed = (what: string) => [{ required: true, message: t('general.required', { what }) }];
  return (
    <FormDialog<LendForm, { id: string }> title={t('people.delegate')} write={write} onClose={onClose}>
      <Form.Item name="takerPostId" label={t('people.delegationTaker')} rules={needed(t('people.delegationTaker'))}>
        <Select options={takers} loading={isLoading} showSearch={{ optionFilterProp: 'label' }} />
      </Form.Item>
      <Form.Item
        name="acts"
        label={t('people.delegationActs')}
        extra={t('people.delegationActsHint')}
        rules={needed(t('people.delegationActs'))}
      >
        <Select mode="multiple" options={acts} loading={isLoading} showSearch={{ optionFilterProp: 'label' }} />
      </Form.Item>
      <SpanFields />
      <Form.Item name="reason" label={t('people.delegationReason')} rules={required(t('people.delegationReason'))}>
        <Input.TextArea rows={2} maxLength={500} showCount />
      </Form.Item>
    </FormDialog>
  );
}

/** From when to when. */
function SpanFields() {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item name="from" label={t('people.from')} extra={t('people.fromHint')}>
        <DuePicker />
      </Form.Item>
      <Form.Item
        name="to"
        label={t('people.to')}
        rules={[{ required: true, message: t('general.required', { what: t('people.to') }) }]}
      >
        <DuePicker />
      </Form.Item>
    </>
  );
}
