import { Form, Input, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { MatterView } from '../api/types';
import { useWrite } from '../api/write';
import { FormDialog } from '../shared/form-dialog';
import { CategoryPicker } from '../shared/pickers';
import { KindFields } from './kind-fields';

interface Edited {
  title: string;
  body: string;
  category?: string;
  triaged: boolean;
  fields?: Record<string, unknown>;
}

/** Corrects what was taken in and ends triage. */
export function EditMatterDialog({ matter, onClose }: { matter: MatterView; onClose: () => void }) {
  const { t } = useTranslation();
  const write = useWrite({
    run: ({ triaged, ...rest }: Edited) =>
      api.patch(`/matters/${matter.id}`, { ...rest, needsTriage: !triaged }, matter.version),
    said: () => t('matter.saved'),
    touches: [['matter', matter.id], ['matters']],
    quiet: true,
  });
  const { title, body, category, needsTriage } = matter;
  const initial = { title, body, category: category ?? undefined, triaged: !needsTriage, fields: matter.fields };
  return (
    <FormDialog
      title={t('matter.editTitle')}
      okText={t('general.save')}
      initial={initial}
      write={write}
      onClose={onClose}
    >
      <Form.Item
        name="title"
        label={t('matter.title')}
        rules={[{ required: true, message: t('general.required', { what: t('matter.title') }) }]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="body" label={t('matter.body')}>
        <Input.TextArea autoSize={{ minRows: 4, maxRows: 12 }} maxLength={20000} />
      </Form.Item>
      <Form.Item name="category" label={t('matter.category')}>
        <CategoryPicker />
      </Form.Item>
      <KindFields kind={matter.kind} />
      <Form.Item name="triaged" label={t('matter.triaged')} valuePropName="checked">
        <Switch />
      </Form.Item>
    </FormDialog>
  );
}
