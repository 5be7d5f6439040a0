import { EllipsisOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { App, Button, Dropdown, Select } from 'antd';
import i18next from 'i18next';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lists } from '../../api/lists';
import type { LedgerView } from '../../api/types';
import { isChanged, searchOf, settingsBody } from './ledger-settings';
import type { OpenList } from './open-list';
import { useViewWrites } from './view-writes';
import { RenameDialog, SaveDialog } from './view-dialogs';

/** Chooses among the saved views, keeps the present one, and does what can be done with it. */
export function LedgerViews({ list }: { list: OpenList }) {
  const { t } = useTranslation();
  const { kind, search, open } = list;
  const { data: views } = useQuery(lists.views(kind.name));
  const [saving, setSaving] = useState(false);
  useFirstView(list, views);
  const chosen = views?.find(({ id }) => id === search.view);
  const changed = chosen !== undefined && isChanged(kind, search, chosen);
  return (
    <span className="row">
      <Select
        className="view-choice"
        aria-label={t('ledger.view')}
        popupMatchSelectWidth={false}
        value={chosen?.id ?? 'all'}
        options={[
          { value: 'all', label: kind.words.plain() },
          ...(views ?? []).map((view) => ({ value: view.id, label: labelOf(view) })),
        ]}
        onChange={(id) => {
          const view = views?.find((one) => one.id === id);
          open(view === undefined ? { view: 'all' } : searchOf(view));
        }}
      />
      {changed ? <span className="faint small">{t('ledger.viewChanged')}</span> : null}
      <Button onClick={() => setSaving(true)}>{t('ledger.saveView')}</Button>
      {chosen === undefined ? null : <ViewMenu view={chosen} list={list} changed={changed} />}
      {saving ? (
        <SaveDialog list={list} onClose={() => setSaving(false)} onSaved={(view) => open(searchOf(view))} />
      ) : null}
    </span>
  );
}

function labelOf({ name, own, owner, first }: LedgerView): string {
  const named = own ? name : i18next.t('ledger.viewOf', { name, owner: owner.name });
  return first ? i18next.t('ledger.viewFirst', { name: named }) : named;
}

/** Whoever comes to the bare list finds the view that was made the first. */
function useFirstView({ bare, change }: OpenList, views: LedgerView[] | undefined): void {
  const first = views?.find((view) => view.first);
  const show = useEffectEvent((view: LedgerView) => change(searchOf(view)));
  useEffect(() => {
    if (bare && first !== undefined) show(first);
  }, [bare, first]);
}

interface ViewMenuProps {
  view: LedgerView;
  list: OpenList;
  changed: boolean;
}

/** Asks before a view goes. */
function useRemoval(view: LedgerView, { kind, open }: OpenList): () => void {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const { remove } = useViewWrites(kind);
  return () => {
    void modal.confirm({
      title: t('ledger.removeView'),
      content: t('ledger.removeSure', { name: view.name }),
      okText: t('ledger.removeView'),
      okButtonProps: { danger: true },
      cancelText: t('general.cancel'),
      onOk: () => remove.mutate(view, { onSuccess: () => open({ view: 'all' }) }),
    });
  };
}

function ViewMenu({ view, list, changed }: ViewMenuProps) {
  const { t } = useTranslation();
  const { kind, search } = list;
  const { change, openWith } = useViewWrites(kind);
  const [renaming, setRenaming] = useState(false);
  const sure = useRemoval(view, list);
  const keep = {
    key: 'keep',
    label: t('ledger.saveChanges'),
    onClick: () => change.mutate({ view, settings: settingsBody(kind, search) }),
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
      {renaming ? <RenameDialog kind={kind} view={view} onClose={() => setRenaming(false)} /> : null}
    </>
  );
}
