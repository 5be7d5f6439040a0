import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { address, api } from '../api/client';
import { useMe } from '../api/session';
import { useWrite } from '../api/write';
import { RosterDialog } from './roster-dialog';
import type { RosterKind } from './roster-kind';

const importActs = { units: 'unit.manage', people: 'people.manage' } as const;
const exportActs = { units: 'unit.export', people: 'people.export' } as const;

/** A register into a sheet and back: the wizard, and the exports. */
export function RosterMenu({ kind }: { kind: RosterKind }) {
  const { t } = useTranslation();
  const { acts } = useMe();
  const [importing, setImporting] = useState(false);
  const full = useFullExport();
  const link = (format: 'xlsx' | 'csv', label: string) => ({
    key: format,
    label: (
      <a href={address(`/roster/${kind}/export`, { format })} download>
        {label}
      </a>
    ),
  });
  const open = { key: 'import', label: t(kind === 'units' ? 'roster.importUnits' : 'roster.importPeople') };
  const phones = { key: 'phones', label: t('roster.exportPhones'), onClick: () => full.mutate() };
  const items = [
    ...(acts.includes(importActs[kind]) ? [{ ...open, onClick: () => setImporting(true) }] : []),
    ...(acts.includes(exportActs[kind])
      ? [link('xlsx', t('roster.exportXlsx')), link('csv', t('roster.exportCsv'))]
      : []),
    ...(kind === 'people' && acts.includes('people.export_full') ? [phones] : []),
  ];
  if (items.length === 0) return null;
  return (
    <>
      <Dropdown menu={{ items }} trigger={['click']}>
        <Button loading={full.isPending}>{t('roster.menu')}</Button>
      </Dropdown>
      {importing ? <RosterDialog kind={kind} onClose={() => setImporting(false)} /> : null}
    </>
  );
}

/** The administrator's own file with whole telephone numbers; a proof is asked for on the way. */
function useFullExport() {
  const { t } = useTranslation();
  return useWrite<void, void>({
    run: async () => {
      const file = await api.file('POST', '/roster/people/export', { format: 'xlsx' });
      const link = document.createElement('a');
      link.href = URL.createObjectURL(file);
      link.download = `${t('roster.files.people')}.xlsx`;
      link.click();
      URL.revokeObjectURL(link.href);
    },
    touches: [],
  });
}
