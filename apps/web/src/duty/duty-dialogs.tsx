import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { AnyUnitField, DatedFields, useRequired } from '../admin/unit-fields';
import { api } from '../api/client';
import { townshipLists } from '../api/codes';
import type { DutyView, TownshipList } from '../api/types';
import { useWrite } from '../api/write';
import { FormDialog } from '../shared/form-dialog';
import { AnyUnitsPicker } from '../shared/pickers';

interface Line {
  category?: string;
  leadUnitId: string;
  assistUnitIds?: string[];
  townshipList?: TownshipList | 'none';
  basis?: string;
  at?: string | null;
  reason: string;
}

const touches = [['duties'], ['duty'], ['categories'], ['units']];

function bodyOf({ townshipList = 'none', basis, assistUnitIds, at, ...rest }: Line) {
  return {
    ...rest,
    assistUnitIds: assistUnitIds ?? [],
    townshipList: townshipList === 'none' ? null : townshipList,
    basis: basis?.trim() ? basis.trim() : null,
    ...(at && { at }),
  };
}

/** Writes a line for an item that has none. */
export function NewDutyDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const required = useRequired();
  const write = useWrite({
    run: (line: Line, key: string) => api.post('/duties', bodyOf(line), { key }),
    said: () => t('duty.kept'),
    touches,
    quiet: true,
  });
  return (
    <FormDialog<Line, unknown> title={t('duty.new')} initial={{ townshipList: 'none' }} write={write} onClose={onClose}>
      <Form.Item name="category" label={t('duty.item')} extra={t('duty.itemHint')} rules={required(t('duty.item'))}>
        <Input maxLength={200} />
      </Form.Item>
      <LineFields />
    </FormDialog>
  );
}

/** Changes a line from a day on. */
export function ChangeDutyDialog({ line, onClose }: { line: DutyView; onClose: () => void }) {
  const { t } = useTranslation();
  const write = useWrite({
    run: (changed: Line, key: string) =>
      api.post(`/duties/${line.id}/change`, bodyOf(changed), { key, version: line.version }),
    said: () => t('duty.kept'),
    touches,
    quiet: true,
  });
  const initial = {
    leadUnitId: line.leadUnit.id,
    assistUnitIds: line.assistUnits.map(({ id }) => id),
    townshipList: line.townshipList ?? ('none' as const),
    basis: line.basis ?? undefined,
  };
  return (
    <FormDialog<Line, unknown>
      title={t('duty.change')}
      intro={
        <>
          <p className="act-subject">{line.category}</p>
          <p className="dialog-intro">{t('duty.changeNote')}</p>
        </>
      }
      initial={initial}
      write={write}
      onClose={onClose}
    >
      <LineFields />
    </FormDialog>
  );
}

/** Ends a line. */
export function EndDutyDialog({ line, onClose }: { line: DutyView; onClose: () => void }) {
  const { t } = useTranslation();
  const write = useWrite({
    run: ({ at, reason }: Pick<Line, 'at' | 'reason'>, key: string) =>
      api.post(`/duties/${line.id}/end`, { reason, ...(at && { at }) }, { key, version: line.version }),
    said: () => t('duty.kept'),
    touches,
    quiet: true,
  });
  return (
    <FormDialog
      title={t('duty.end')}
      grave
      intro={
        <>
          <p className="act-subject">{line.category}</p>
          <p className="dialog-intro">{t('duty.endNote')}</p>
        </>
      }
      write={write}
      onClose={onClose}
    >
      <DatedFields />
    </FormDialog>
  );
}

function LineFields() {
  const { t } = useTranslation();
  const list = Form.useWatch<Line['townshipList']>('townshipList') ?? 'none';
  return (
    <>
      <AnyUnitField name="leadUnitId" label={t('duty.lead')} />
      <Form.Item name="assistUnitIds" label={t('duty.assists') + t('general.optional')}>
        <AnyUnitsPicker />
      </Form.Item>
      <Form.Item
        name="townshipList"
        label={t('duty.list')}
        extra={list === 'none' ? undefined : t(`duty.listNote.${list}`)}
      >
        <Select
          options={(['none', ...townshipLists] as const).map((value) => ({ value, label: t(`duty.lists.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="basis" label={t('duty.basis') + t('general.optional')}>
        <Input maxLength={300} placeholder={t('duty.basisHint')} />
      </Form.Item>
      <DatedFields />
    </>
  );
}
