import { useQuery } from '@tanstack/react-query';
import { Button, Form, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { lists, reference } from '../api/lists';
import type { Role, Untaken } from '../api/types';
import { useWrite } from '../api/write';
import { EmptyBlock } from '../shared/blocks';
import { countyDay } from '../shared/county-time';
import { FormDialog } from '../shared/form-dialog';
import { PageHead } from '../shared/page-head';
import { Remote } from '../shared/remote';
import { useRequired } from './unit-fields';
import { inBrackets } from '../i18n/punctuation';

/** Open business of people who left, until somebody takes it over. */
export function UntakenPage() {
  const { t } = useTranslation();
  const query = useQuery(lists.untaken());
  return (
    <>
      <PageHead title={t('people.untaken')} sub={t('people.untakenNote')} />
      <Remote query={query} rows={6}>
        {(left) =>
          left.length === 0 ? (
            <EmptyBlock words={t('people.untakenEmpty')} />
          ) : (
            <ul className="plain-list task-lines">
              {left.map((one) => (
                <LeftLine key={one.personId} one={one} />
              ))}
            </ul>
          )
        }
      </Remote>
    </>
  );
}

function LeftLine({ one }: { one: Untaken }) {
  const { t } = useTranslation();
  const [passing, pass] = useState(false);
  return (
    <li className="spread security-line">
      <span>
        <b>{one.name}</b> <span className="soft small">{one.lastTitle}</span>
        <br />
        <span className="small">
          {one.holdings.map(({ kind, count }) => `${t(`people.holding.${kind}`)} ${count}`).join(' · ')}
        </span>
        <br />
        <span className="faint small">{t('people.left', { day: countyDay(one.leftAt) })}</span>
      </span>
      <Button onClick={() => pass(true)}>{t('people.takeOver')}</Button>
      {passing ? <PassDialog one={one} onClose={() => pass(false)} /> : null}
    </li>
  );
}

const officerKinds: readonly string[] = ['case_officer', 'cover_officer', 'officer_rule', 'officer_rule_cover'];
const rolesFor = (one: Untaken): Role[] =>
  one.holdings.every(({ kind }) => officerKinds.includes(kind))
    ? ['bureau_officer', 'bureau_head']
    : ['principal', 'county_leader'];

function PassDialog({ one, onClose }: { one: Untaken; onClose: () => void }) {
  const { t } = useTranslation();
  const required = useRequired();
  const [first = 'principal', second = 'county_leader'] = rolesFor(one);
  const [some, others] = [useQuery(reference.persons(first)), useQuery(reference.persons(second))];
  const people = [...(some.data?.items ?? []), ...(others.data?.items ?? [])].filter(({ id }) => id !== one.personId);
  const write = useWrite({
    run: (said: { toPersonId: string }, key: string) =>
      api.post<{ passed: { count: number }[] }>('/holdings/pass', { ...said, fromPersonId: one.personId }, { key }),
    said: ({ passed }) => t('people.passed', { count: passed.reduce((sum, { count }) => sum + count, 0) }),
    touches: [['untaken'], ['tasks']],
    quiet: true,
  });
  return (
    <FormDialog
      title={t('people.takeOver')}
      intro={<p className="dialog-intro">{t('people.takeOverNote', { name: one.name })}</p>}
      write={write}
      onClose={onClose}
    >
      <Form.Item name="toPersonId" label={t('people.taker')} rules={required(t('people.taker'))}>
        <Select
          loading={some.isLoading || others.isLoading}
          showSearch={{ optionFilterProp: 'label' }}
          options={people.map(({ id, name, title }) => ({ value: id, label: `${name}${inBrackets(title)}` }))}
        />
      </Form.Item>
    </FormDialog>
  );
}
