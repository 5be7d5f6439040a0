import { Form, Input, Radio, Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useRequired } from '../admin/unit-fields';
import { api } from '../api/client';
import { reference } from '../api/lists';
import type { Declaration } from '../api/inspector-types';
import { useWrite } from '../api/write';
import { FormDialog } from '../shared/form-dialog';

const grounds = ['home', 'kin', 'interest'] as const;

interface Declared {
  unitId: string;
  ground: Declaration['ground'];
}

/** Declares a unit to stay away from; `personId` where the bureau does it for somebody. */
export function DeclareDialog({ personId, onClose }: { personId?: string; onClose: () => void }) {
  const { t } = useTranslation();
  const required = useRequired();
  const { data, isLoading } = useQuery(reference.units());
  const units = (data?.items ?? []).filter(({ kind }) => kind !== 'county' && kind !== 'village');
  const write = useWrite({
    run: (said: Declared, key: string) =>
      api.post<{ id: string }>('/recusal-declarations', { ...said, personId }, { key }),
    said: () => t('inspector.declaredDone'),
    touches: [['inspectors']],
    quiet: true,
  });
  return (
    <FormDialog<Declared, { id: string }>
      title={t('inspector.declare')}
      intro={<p className="dialog-intro">{t('inspector.declareNote')}</p>}
      write={write}
      initial={{ ground: 'kin' }}
      onClose={onClose}
    >
      <Form.Item name="ground" label={t('inspector.ground')}>
        <Radio.Group options={grounds.map((value) => ({ value, label: t(`inspector.grounds.${value}`) }))} />
      </Form.Item>
      <Form.Item name="unitId" label={t('inspector.unit')} rules={required(t('inspector.unit'))}>
        <Select
          loading={isLoading}
          showSearch={{ optionFilterProp: 'label' }}
          options={units.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
    </FormDialog>
  );
}

/** Ends a declaration with a reason. */
export function EndDeclarationDialog({ declaration, onClose }: { declaration: Declaration; onClose: () => void }) {
  const { t } = useTranslation();
  const required = useRequired();
  const write = useWrite({
    run: (said: { reason: string }, key: string) =>
      api.post<null>(`/recusal-declarations/${declaration.id}/end`, said, { key }),
    said: () => t('inspector.declarationEnded'),
    touches: [['inspectors']],
    quiet: true,
  });
  return (
    <FormDialog<{ reason: string }, null>
      title={t('inspector.endDeclaration')}
      intro={<p className="dialog-intro">{t('inspector.endDeclarationNote')}</p>}
      write={write}
      grave
      onClose={onClose}
    >
      <Form.Item name="reason" label={t('inspector.reason')} rules={required(t('inspector.reason'))}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
      </Form.Item>
    </FormDialog>
  );
}
