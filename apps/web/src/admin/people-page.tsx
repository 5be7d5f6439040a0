import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Dropdown, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lists, reference } from '../api/lists';
import { useMe } from '../api/session';
import type { HeldPost, PersonEntry } from '../api/types';
import { nameOf } from '../i18n/names';
import { countyDay } from '../shared/county-time';
import { EntryLinkDialog } from '../founding/entry-link-dialog';
import { PageHead } from '../shared/page-head';
import { RemotePages } from '../shared/remote';
import { RosterMenu } from './roster-menu';
import { EditPersonDialog, EndPostDialog, GivePostDialog, type Newcomer, NewPersonDialog } from './people-dialogs';

/** The register of people: persons, their posts, secondments; a unit head sees and keeps the own ones. */
export function PeoplePage() {
  const { t } = useTranslation();
  const me = useMe();
  const { q, unitId } = useSearch({ from: '/inside/people' });
  const [entering, enter] = useState(false);
  const [newcomer, letIn] = useState<Newcomer | null>(null);
  const query = useInfiniteQuery(lists.people({ q, unitId }));
  const own = me.acting?.role === 'unit_head';
  return (
    <>
      <PageHead
        title={t('people.people')}
        sub={t(own ? 'people.ownPeopleNote' : 'people.peopleNote')}
        acts={
          <>
            <RosterMenu kind="people" />
            <Button onClick={() => enter(true)}>{t('people.newPerson')}</Button>
          </>
        }
      />
      <PeopleFilters q={q} unitId={unitId} />
      <RemotePages query={query} empty={t('people.peopleEmpty')} rows={10}>
        {(people) => (
          <ul className="plain-list task-lines">
            {people.map((person) => (
              <PersonLine key={person.id} person={person} />
            ))}
          </ul>
        )}
      </RemotePages>
      {entering ? <NewPersonDialog onClose={() => enter(false)} onEntered={letIn} /> : null}
      {newcomer === null ? null : (
        <EntryLinkDialog path={`/people/${newcomer.id}/entry-link`} name={newcomer.name} onClose={() => letIn(null)} />
      )}
    </>
  );
}

function PeopleFilters({ q, unitId }: { q?: string; unitId?: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const units = useQuery(reference.units());
  const look = (search: { q?: string; unitId?: string }) => void navigate({ to: '/people', search });
  return (
    <search className="filters">
      <Input.Search
        className="wide"
        allowClear
        maxLength={50}
        defaultValue={q}
        placeholder={t('people.searchPeople')}
        aria-label={t('people.searchPeople')}
        onSearch={(value) => look({ q: value.trim() || undefined, unitId })}
      />
      <Select
        className="wide"
        allowClear
        value={unitId}
        placeholder={t('people.unitFilter')}
        aria-label={t('people.unitFilter')}
        loading={units.isLoading}
        showSearch={{ optionFilterProp: 'label' }}
        options={(units.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(value?: string) => look({ q, unitId: value })}
      />
    </search>
  );
}

type Open = { kind: 'edit' | 'give' | 'letIn' } | { kind: 'end'; post: HeldPost };

function PersonLine({ person }: { person: PersonEntry }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  return (
    <li className="spread security-line">
      <span>
        <b>{person.name}</b> {person.login === null ? null : <code className="faint">{person.login}</code>}
        {person.login !== null && !person.opened ? (
          <span className="faint small"> · {t('admin.notOpened')}</span>
        ) : null}
        {person.phone === null ? null : <span className="faint small"> · {person.phone}</span>}
        <br />
        {person.posts.length === 0 ? <span className="small soft">{t('people.noPost')}</span> : null}
        {person.posts.map((post) => (
          <PostLine key={post.id} post={post} />
        ))}
      </span>
      <PersonMenu person={person} onOpen={setOpen} />
      {open?.kind === 'edit' ? <EditPersonDialog person={person} onClose={close} /> : null}
      {open?.kind === 'letIn' ? (
        <EntryLinkDialog path={`/people/${person.id}/entry-link`} name={person.name} onClose={close} />
      ) : null}
      {open?.kind === 'give' ? <GivePostDialog person={person} onClose={close} /> : null}
      {open?.kind === 'end' ? <EndPostDialog person={person} post={open.post} onClose={close} /> : null}
    </li>
  );
}

function PostLine({ post }: { post: HeldPost }) {
  const { t } = useTranslation();
  const { title, unit, role, homeUnit, to, privileged } = post;
  const notes = [
    nameOf('words.role', role),
    homeUnit === null || to === null
      ? null
      : t('people.secondedFrom', { unit: homeUnit.shortName, day: countyDay(to) }),
    privileged ? t('people.privileged') : null,
  ].filter((note) => note !== null);
  return (
    <span className="small block">
      {title.startsWith(unit.shortName) ? title : `${unit.shortName} ${title}`}
      <span className="faint"> · {notes.join(' · ')}</span>
    </span>
  );
}

function PersonMenu({ person, onOpen }: { person: PersonEntry; onOpen: (open: Open) => void }) {
  const { t } = useTranslation();
  const me = useMe();
  const own = me.acting?.role === 'unit_head';
  const keeps = ({ privileged, role }: HeldPost) => !privileged && !(own && role === 'unit_head');
  if (person.id === me.person.id || (own && !person.posts.every(keeps))) return null;
  const items = [
    { key: 'edit', label: t('people.edit'), onClick: () => onOpen({ kind: 'edit' }) },
    ...(person.login !== null && !person.opened
      ? [{ key: 'letIn', label: t('founding.entryLink'), onClick: () => onOpen({ kind: 'letIn' }) }]
      : []),
    { key: 'give', label: t('people.givePost'), onClick: () => onOpen({ kind: 'give' }) },
    ...person.posts.filter(keeps).map((post) => ({
      key: post.id,
      danger: true,
      label: t('people.endPostOf', { title: post.title }),
      onClick: () => onOpen({ kind: 'end', post }),
    })),
  ];
  return (
    <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
      <Button aria-label={t('admin.actsOn', { name: person.name })}>{t('admin.acts')}</Button>
    </Dropdown>
  );
}
