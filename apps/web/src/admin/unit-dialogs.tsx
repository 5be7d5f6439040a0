import { Form, Input, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { UnitKind, UnitPage } from '../api/types';
import { useWrite } from '../api/write';
import { FormDialog } from '../shared/form-dialog';
import { AnyUnitField, DatedFields, KindField, NameFields } from './unit-fields';

interface UnitDialogProps {
  unit: UnitPage;
  onClose: () => void;
  onDone?: () => void;
}

/** A dated change of a unit. Empty fields are left out. */
function useUnitWrite(unit: UnitPage, act: string) {
  const { t } = useTranslation();
  return useWrite({
    run: (said: object, key: string) => {
      const filled = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null && value !== ''));
      return api.post<void>(`/units/${unit.id}/${act}`, filled, { key, version: unit.version });
    },
    said: () => t('people.saved'),
    touches: [['units']],
    quiet: true,
  });
}

/** Creates a unit, below another one when that is known already. */
export function NewUnitDialog({
  parentId,
  onClose,
  onDone,
}: {
  parentId?: string;
  onClose: () => void;
  onDone?: (id: string) => void;
}) {
  const { t } = useTranslation();
  const write = useWrite({
    run: (said: object, key: string) => api.post<{ id: string }>('/units', said, { key }),
    said: () => t('people.saved'),
    touches: [['units']],
    quiet: true,
  });
  return (
    <FormDialog
      title={t('people.newUnit')}
      initial={{ kind: 'department' satisfies UnitKind, parentId }}
      write={write}
      onClose={onClose}
      onDone={({ id }) => onDone?.(id)}
    >
      <NameFields />
      <KindField name="kind" />
      <AnyUnitField name="parentId" label={t('people.parent')} />
    </FormDialog>
  );
}

/** What of a unit has no history. */
export function EditUnitDialog({ unit, onClose }: UnitDialogProps) {
  const { t } = useTranslation();
  const write = useWrite({
    run: ({ divisionCode, ...said }: Partial<Pick<UnitPage, 'kind' | 'sort' | 'divisionCode'>>) =>
      api.patch<void>(`/units/${unit.id}`, { ...said, divisionCode: divisionCode || null }, unit.version),
    said: () => t('people.saved'),
    touches: [['units']],
    quiet: true,
  });
  const { kind, sort, divisionCode } = unit;
  return (
    <FormDialog title={t('people.edit')} initial={{ kind, sort, divisionCode }} write={write} onClose={onClose}>
      <KindField name="kind" />
      <Form.Item name="sort" label={t('people.sort')}>
        <InputNumber min={0} max={1_000_000} precision={0} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="divisionCode" label={t('people.divisionCode')}>
        <Input maxLength={12} inputMode="numeric" />
      </Form.Item>
    </FormDialog>
  );
}

/** Another name from a day on. */
export function RenameUnitDialog({ unit, onClose }: UnitDialogProps) {
  const { t } = useTranslation();
  const { name, shortName } = unit;
  return (
    <FormDialog
      title={t('people.rename')}
      intro={<p className="dialog-intro">{t('people.renameNote')}</p>}
      initial={{ name, shortName }}
      write={useUnitWrite(unit, 'rename')}
      onClose={onClose}
    >
      <NameFields />
      <DatedFields />
    </FormDialog>
  );
}

/** Another place in the tree from a day on. */
export function MoveUnitDialog({ unit, onClose }: UnitDialogProps) {
  const { t } = useTranslation();
  return (
    <FormDialog
      title={t('people.move')}
      intro={<p className="dialog-intro">{t('people.moveNote')}</p>}
      initial={{ parentId: unit.parent?.id }}
      write={useUnitWrite(unit, 'move')}
      onClose={onClose}
    >
      <AnyUnitField name="parentId" label={t('people.parent')} except={unit.id} />
      <DatedFields />
    </FormDialog>
  );
}

/** The end of a unit, or its merging into another one. */
export function EndUnitDialog({ unit, onClose, onDone }: UnitDialogProps) {
  const { t } = useTranslation();
  return (
    <FormDialog
      title={t('people.end')}
      grave
      intro={<p className="dialog-intro">{t('people.endNote')}</p>}
      write={useUnitWrite(unit, 'end')}
      onClose={onClose}
      onDone={onDone}
    >
      <AnyUnitField name="successorId" label={t('people.endSuccessor')} optional except={unit.id} />
      <DatedFields />
    </FormDialog>
  );
}
