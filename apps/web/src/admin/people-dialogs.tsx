import { useInfiniteQuery } from '@tanstack/react-query';
import { Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { lists } from '../api/lists';
import { useMe } from '../api/session';
import type { HeldPost, PersonEntry, Role } from '../api/types';
import { useWrite } from '../api/write';
import { FormDialog } from '../shared/form-dialog';
import { DuePicker } from '../shared/pickers';
import { AnyUnitField, useRequired } from './unit-fields';

const ownRoles: readonly Role[] = ['unit_liaison', 'unit_staff'];
const plainRoles: readonly Role[] = [
  'unit_head',
  ...ownRoles,
  'county_leader',
  'auditor',
  'reviewer',
  'group_leader',
  'group_member',
  'invited',
  'proponent',
];
const touches = [['people'], ['persons'], ['units'], ['untaken']];
const filled = (said: object): object =>
  Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined && value !== null && value !== ''));

/** Fields of a post; `at` is where they stand in the form. */
function PostFields({ at = [] }: { at?: string[] }) {
  const { t } = useTranslation();
  const required = useRequired();
  const roles = useMe().acting?.role === 'unit_head' ? ownRoles : plainRoles;
  return (
    <>
      <Form.Item name={[...at, 'role']} label={t('people.role')} rules={required(t('people.role'))}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={roles.map((value) => ({ value, label: t(`words.role.${value}`) }))}
        />
      </Form.Item>
      <AnyUnitField name={[...at, 'unitId']} label={t('people.unit')} />
      <Form.Item name={[...at, 'title']} label={t('people.postTitle')} rules={required(t('people.postTitle'))}>
        <Input maxLength={60} />
      </Form.Item>
      <AnyUnitField
        name={[...at, 'homeUnitId']}
        label={t('people.homeUnit')}
        extra={t('people.homeUnitHint')}
        optional
      />
      <Form.Item name={[...at, 'to']} label={t('people.to')}>
        <DuePicker />
      </Form.Item>
    </>
  );
}

/** Somebody who was entered with an account name and needs a link to open the account. */
export interface Newcomer {
  id: string;
  name: string;
}

interface NewPersonDialogProps {
  onClose: () => void;
  /** Only for somebody with an account name. */
  onEntered: (newcomer: Newcomer) => void;
}

/** Enters a person with the first post. */
export function NewPersonDialog({ onClose, onEntered }: NewPersonDialogProps) {
  const { t } = useTranslation();
  const me = useMe();
  const required = useRequired();
  const write = useWrite({
    run: async ({ post, ...said }: { name: string; login?: string; post: object }, key: string) => {
      const { id } = await api.post<{ id: string }>('/people', { ...filled(said), post: filled(post) }, { key });
      return said.login ? { id, name: said.name } : null;
    },
    said: () => t('people.saved'),
    touches,
    quiet: true,
  });
  const own = me.acting?.role === 'unit_head' ? { unitId: me.acting.unit.id } : {};
  return (
    <FormDialog<{ name: string; login?: string; post: object }, Newcomer | null>
      title={t('people.newPerson')}
      initial={{ post: own }}
      write={write}
      onClose={onClose}
      onDone={(newcomer) => newcomer !== null && onEntered(newcomer)}
    >
      <Form.Item name="name" label={t('people.personName')} rules={required(t('people.personName'))}>
        <Input maxLength={50} />
      </Form.Item>
      <Form.Item name="phone" label={t('people.phone')}>
        <Input maxLength={20} inputMode="tel" />
      </Form.Item>
      <Form.Item name="login" label={t('people.login')} extra={t('people.loginHint')}>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <PostFields at={['post']} />
    </FormDialog>
  );
}

/** Changes name or telephone number; the number that is kept is never shown, so an empty field leaves it. */
export function EditPersonDialog({ person, onClose }: { person: PersonEntry; onClose: () => void }) {
  const { t } = useTranslation();
  const required = useRequired();
  const write = useWrite({
    run: (said: object) => api.patch<void>(`/people/${person.id}`, filled(said), person.version),
    said: () => t('people.saved'),
    touches,
    quiet: true,
  });
  return (
    <FormDialog title={t('people.edit')} initial={{ name: person.name }} write={write} onClose={onClose}>
      <Form.Item name="name" label={t('people.personName')} rules={required(t('people.personName'))}>
        <Input maxLength={50} />
      </Form.Item>
      <Form.Item name="phone" label={t('people.phone')} extra={t('people.phoneHint')}>
        <Input maxLength={20} inputMode="tel" placeholder={person.phone ?? ''} />
      </Form.Item>
    </FormDialog>
  );
}

/** Gives a person another post. */
export function GivePostDialog({ person, onClose }: { person: PersonEntry; onClose: () => void }) {
  const { t } = useTranslation();
  const me = useMe();
  const write = useWrite({
    run: (said: object, key: string) => api.post<{ id: string }>(`/people/${person.id}/posts`, filled(said), { key }),
    said: () => t('people.saved'),
    touches,
    quiet: true,
  });
  const own = me.acting?.role === 'unit_head' ? { unitId: me.acting.unit.id } : {};
  return (
    <FormDialog title={`${t('people.givePost')} · ${person.name}`} initial={own} write={write} onClose={onClose}>
      <PostFields />
    </FormDialog>
  );
}

/** Ends a post, with or without a successor. */
export function EndPostDialog({ person, post, onClose }: { person: PersonEntry; post: HeldPost; onClose: () => void }) {
  const { t } = useTranslation();
  const write = useWrite({
    run: (said: object, key: string) =>
      api.post<void>(`/posts/${post.id}/end`, filled(said), { key, version: post.version }),
    said: () => t('people.saved'),
    touches,
    quiet: true,
  });
  return (
    <FormDialog
      title={t('people.endPost')}
      grave
      intro={<p className="dialog-intro">{t('people.endPostNote', { name: person.name, title: post.title })}</p>}
      write={write}
      onClose={onClose}
    >
      <Form.Item name="successorId" label={t('people.successorPerson')}>
        <AnyPersonPicker except={person.id} label={t('people.successorPerson')} />
      </Form.Item>
    </FormDialog>
  );
}

interface AnyPersonPickerProps {
  id?: string;
  except: string;
  label: string;
  value?: string;
  onChange?: (value?: string) => void;
}

/** Anybody of the register, found on the server by part of the name. */
function AnyPersonPicker({ except, label, ...rest }: AnyPersonPickerProps) {
  const [q, look] = useState('');
  const query = useInfiniteQuery(lists.people({ q }));
  const people = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const options = people
    .filter(({ id }) => id !== except)
    .map(({ id, name, posts }) => ({ value: id, label: [name, posts[0]?.title].filter(Boolean).join(' · ') }));
  return (
    <Select
      {...rest}
      aria-label={label}
      style={{ width: '100%' }}
      allowClear
      showSearch={{ filterOption: false, onSearch: look }}
      loading={query.isFetching}
      options={options}
    />
  );
}
