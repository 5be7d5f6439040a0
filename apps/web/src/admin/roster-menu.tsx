import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { useMe } from '../api/session';
import { useWrite } from '../api/write';
import { AskExport } from '../shared/ask-export';
import { keepFile } from '../shared/keep-file';
import { RosterDialog } from './roster-dialog';
import type { RosterKind } from './roster-kind';

const importActs = { units: 'unit.manage', people: 'people.manage' } as const;
const exportActs = { units: 'unit.export', people: 'people.export' } as const;

type Exported = Extract<RosterKind, 'units' | 'people'>;

/** A register into a sheet and back: the wizard, the exports, and the request for those that need a second person. */
export function RosterMenu({ kind }: { kind: Exported }) {
  const { t } = useTranslation();
  const { acts } = useMe();
  const [open, setOpen] = useState<'import' | 'ask' | null>(null);
  const taking = useExport(kind);
  const importing = { key: 'import', label: t(kind === 'units' ? 'roster.importUnits' : 'roster.importPeople') };
  const file = (format: 'xlsx' | 'csv', label: string) => ({
    key: format,
    label,
    onClick: () => taking.mutate(format),
  });
  const asking = { key: 'ask', label: t('roster.exportAsk'), onClick: () => setOpen('ask') };
  const mayExport = acts.includes(exportActs[kind]);
  const items = [
    ...(acts.includes(importActs[kind]) ? [{ ...importing, onClick: () => setOpen('import') }] : []),
    ...(mayExport ? [file('xlsx', t('roster.exportXlsx')), file('csv', t('roster.exportCsv'))] : []),
    ...(kind === 'people' && mayExport ? [asking] : []),
  ];
  if (items.length === 0) return null;
  return (
    <>
      <Dropdown menu={{ items }} trigger={['click']}>
        <Button loading={taking.isPending}>{t('roster.menu')}</Button>
      </Dropdown>
      {open === 'import' ? <RosterDialog kind={kind} onClose={() => setOpen(null)} /> : null}
      {open === 'ask' ? (
        <AskExport
          wanted={{ register: 'people' }}
          intro={<p className="act-consequence">{t('roster.exportAskNote')}</p>}
          unmasked={acts.includes('people.export_full') ? false : undefined}
          onClose={() => setOpen(null)}
        />
      ) : null}
    </>
  );
}

function useExport(kind: Exported) {
  const { t } = useTranslation();
  return useWrite({
    run: async (format: 'xlsx' | 'csv') =>
      keepFile(await api.file('GET', `/roster/${kind}/export`, { format }), `${t(`roster.files.${kind}`)}.${format}`),
    touches: [],
  });
}
