import { EllipsisOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { App, Button, Dropdown, Select } from 'antd';
import i18next from 'i18next';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lists } from '../../api/lists';
import type { LedgerView } from '../../api/types';
import type { LedgerSearch } from '../../app/search';
import { isChanged, searchOf, settingsBody } from './ledger-settings';
import { useViewWrites } from './view-writes';
import { RenameDialog, SaveDialog } from './view-dialogs';

/** Chooses among the saved views, keeps the present one, and does what can be done with it. */
export function LedgerViews({ search }: { search: LedgerSearch }) {
  const { t } = useTranslation();
  const navigate = useNavigate({ from: '/ledger' });
  const { data: views } = useQuery(lists.ledgerViews());
  const [saving, setSaving] = useState(false);
  useFirstView(search, views);
  const chosen = views?.find(({ id }) => id === search.view);
  const open = (next: LedgerSearch) => void navigate({ search: next });
  const changed = chosen !== undefined && isChanged(search, chosen);
  return (
    <span className="row">
      <Select
        className="view-choice"
        aria-label={t('ledger.view')}
        popupMatchSelectWidth={false}
        value={chosen?.id ?? 'all'}
        options={[
          { value: 'all', label: t('ledger.plainView') },
          ...(views ?? []).map((view) => ({ value: view.id, label: labelOf(view) })),
        ]}
        onChange={(id) => {
          const view = views?.find((one) => one.id === id);
          open(view === undefined ? { view: 'all' } : searchOf(view));
        }}
      />
      {changed ? <span className="faint small">{t('ledger.viewChanged')}</span> : null}
      <Button onClick={() => setSaving(true)}>{t('ledger.saveView')}</Button>
      {chosen === undefined ? null : <ViewMenu view={chosen} search={search} changed={changed} open={open} />}
      {saving ? (
        <SaveDialog search={search} onClose={() => setSaving(false)} onSaved={(view) => open(searchOf(view))} />
      ) : null}
    </span>
  );
}

function labelOf({ name, own, owner, first }: LedgerView): string {
  const named = own ? name : i18next.t('ledger.viewOf', { name, owner: owner.name });
  return first ? i18next.t('ledger.viewFirst', { name: named }) : named;
}

/** Whoever comes to the bare ledger finds the view that was made the first. */
function useFirstView(search: LedgerSearch, views: LedgerView[] | undefined): void {
  const navigate = useNavigate({ from: '/ledger' });
  const bare = Object.values(search).every((value) => value === undefined);
  const first = views?.find((view) => view.first);
  useEffect(() => {
    if (bare && first !== undefined) void navigate({ search: searchOf(first), replace: true });
  }, [bare, first, navigate]);
}

interface ViewMenuProps {
  view: LedgerView;
  search: LedgerSearch;
  changed: boolean;
  open: (search: LedgerSearch) => void;
}

/** Asks before a view goes. */
function useRemoval(view: LedgerView, gone: () => void): () => void {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const { remove } = useViewWrites();
  return () => {
    void modal.confirm({
      title: t('ledger.removeView'),
      content: t('ledger.removeSure', { name: view.name }),
      okText: t('ledger.removeView'),
      okButtonProps: { danger: true },
      cancelText: t('general.cancel'),
      onOk: () => remove.mutate(view, { onSuccess: gone }),
    });
  };
}

function ViewMenu({ view, search, changed, open }: ViewMenuProps) {
  const { t } = useTranslation();
  const { change, openWith } = useViewWrites();
  const [renaming, setRenaming] = useState(false);
  const sure = useRemoval(view, () => open({ view: 'all' }));
  const keep = {
    key: 'keep',
    label: t('ledger.saveChanges'),
    onClick: () => change.mutate({ view, settings: settingsBody(search) }),
  };
  const share = {
    key: 'share',
    label: t(view.shared ? 'ledger.unshare' : 'ledger.share'),
    onClick: () => change.mutate({ view, shared: !view.shared }),
  };
  const first = {
    key: 'first',
    label: t(view.first ? 'ledger.unmakeFirst' : 'ledger.makeFirst'),
    onClick: () => openWith.mutate(view.first ? null : view.id),
  };
  const removal = { key: 'remove', danger: true, label: t('ledger.removeView'), onClick: sure };
  const rename = { key: 'rename', label: t('ledger.rename'), onClick: () => setRenaming(true) };
  const own = [...(changed ? [keep] : []), rename, share, removal];
  return (
    <>
      <Dropdown trigger={['click']} menu={{ items: view.own ? [first, ...own] : [first] }}>
        <Button icon={<EllipsisOutlined aria-hidden />} aria-label={t('ledger.viewActs')} />
      </Dropdown>
      {renaming ? <RenameDialog view={view} onClose={() => setRenaming(false)} /> : null}
    </>
  );
}
