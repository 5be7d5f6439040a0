import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button, Dropdown, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lists } from '../api/lists';
import { signInWaysQuery, useMe } from '../api/session';
import type { Account } from '../api/types';
import { nameOf } from '../i18n/names';
import { countyTime } from '../shared/county-time';
import { EntryLinkDialog } from '../founding/entry-link-dialog';
import { PageHead } from '../shared/page-head';
import { RemotePages } from '../shared/remote';
import { AskDialog, type AskAbout } from './ask-dialog';
import { AccountReasonDialog, SubjectDialog } from './account-dialogs';
import { inBrackets, semicolon } from '../i18n/punctuation';

/** Accounts as the three administrators see them: who, in which posts, how secured. No business data. */
export function AccountsPage() {
  const { t } = useTranslation();
  const [q, look] = useState('');
  const query = useInfiniteQuery(lists.accounts({ q }));
  return (
    <>
      <PageHead title={t('admin.accounts')} sub={t('admin.accountsNote')} />
      <search className="filters">
        <Input.Search
          className="wide"
          allowClear
          maxLength={50}
          placeholder={t('admin.searchAccounts')}
          aria-label={t('admin.searchAccounts')}
          onSearch={(value) => look(value.trim())}
        />
      </search>
      <RemotePages query={query} empty={t('admin.accountsEmpty')} rows={10}>
        {(accounts) => (
          <ul className="plain-list task-lines">
            {accounts.map((account) => (
              <AccountLine key={account.id} account={account} />
            ))}
          </ul>
        )}
      </RemotePages>
    </>
  );
}

type Open = { kind: 'disable' | 'enable' | 'subject' | 'letIn' } | { kind: 'ask'; about: AskAbout };

function AccountLine({ account }: { account: Account }) {
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  return (
    <li className="spread security-line">
      <AccountFacts account={account} />
      <AccountMenu account={account} onOpen={setOpen} />
      {open?.kind === 'disable' || open?.kind === 'enable' ? (
        <AccountReasonDialog account={account} act={open.kind} onClose={close} />
      ) : null}
      {open?.kind === 'subject' ? <SubjectDialog account={account} onClose={close} /> : null}
      {open?.kind === 'letIn' ? (
        <EntryLinkDialog path={`/people/${account.person.id}/entry-link`} name={account.person.name} onClose={close} />
      ) : null}
      {open?.kind === 'ask' ? <AskDialog about={open.about} onClose={close} /> : null}
    </li>
  );
}

function AccountFacts({ account }: { account: Account }) {
  const { t } = useTranslation();
  const posts = account.posts.map(({ unitName, title, standsIn }) => {
    const whole = title.startsWith(unitName) ? title : `${unitName} ${title}`;
    return standsIn ? `${whole}${inBrackets(t('founding.standsInMark'))}` : whole;
  });
  return (
    <span>
      <b>{account.person.name}</b> <code className="faint">{account.login}</code>
      {account.disabledAt === null ? null : (
        <span className="soft">{inBrackets(t('admin.disabledAt', { at: countyTime(account.disabledAt) }))}</span>
      )}
      <br />
      <span className="small">{posts.length === 0 ? t('admin.noPosts') : posts.join(semicolon())}</span>
      <br />
      <span className="faint small">
        {account.opened ? null : `${t('admin.notOpened')} · `}
        {account.hasFactor ? t('admin.hasFactor') : t('admin.noFactor')}
        {account.subject === null ? null : (
          <>
            {' · '}
            {t('admin.mapped')} <code>{account.subject}</code>
          </>
        )}
      </span>
    </span>
  );
}

function AccountMenu({ account, onOpen }: { account: Account; onOpen: (open: Open) => void }) {
  const { t } = useTranslation();
  const me = useMe();
  const items = useMenuItems(account, onOpen);
  const { person } = account;
  if (person.id === me.person.id) return <span className="faint small">{t('admin.yourself')}</span>;
  return (
    <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
      <Button aria-label={t('admin.actsOn', { name: person.name })}>{t('admin.acts')}</Button>
    </Dropdown>
  );
}

/** What the reader may do about an account, each with its dialog. */
function useMenuItems({ person, posts, disabledAt, opened }: Account, onOpen: (open: Open) => void) {
  const { t } = useTranslation();
  const me = useMe();
  const { data } = useQuery(signInWaysQuery);
  const may = (act: string) => me.acts.includes(act);
  const toggle = disabledAt === null ? 'disable' : 'enable';
  const item = (key: string, label: string, open: Open, danger = false) => ({
    key,
    label,
    danger,
    onClick: () => onOpen(open),
  });
  const ask = (key: string, label: string, about: AskAbout) => item(key, label, { kind: 'ask', about });
  const ends = posts
    .filter(({ privileged }) => privileged)
    .map((post) => {
      const label = t('admin.end', { title: post.title, role: nameOf('words.role', post.role) });
      return ask(post.id, label, { kind: 'end_post', person, post });
    });
  return [
    ask('give', t('admin.give'), { kind: 'give_post', person }),
    ...ends,
    ...(opened ? [ask('password', t('admin.resetPassword'), { kind: 'reset_password', person })] : []),
    ...(!opened && may('people.manage') ? [item('letIn', t('founding.entryLink'), { kind: 'letIn' })] : []),
    ask('reset', t('admin.reset'), { kind: 'reset_factors', person }),
    ...(may('account.map') && data?.oidc === true ? [item('subject', t('admin.map'), { kind: 'subject' })] : []),
    ...(may('account.disable') ? [item(toggle, t(`admin.${toggle}`), { kind: toggle }, disabledAt === null)] : []),
  ];
}
