import { Alert, Form, Input, Modal, Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { MatterView } from '../api/types';
import { useWrite } from '../api/write';
import { placeErrors } from '../shared/acts/place-errors';
import { CategoryPicker } from '../shared/pickers';
import { useProblemWords } from '../shared/problem-words';

interface Edited {
  title: string;
  body: string;
  category?: string;
  triaged: boolean;
}

/** Corrects what was taken in and ends triage. */
export function EditMatterDialog({ matter, onClose }: { matter: MatterView; onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Edited>();
  const [loose, setLoose] = useState('');
  const inWords = useProblemWords();
  const write = useWrite({
    run: ({ triaged, ...rest }: Edited) =>
      api.patch(`/matters/${matter.id}`, { ...rest, needsTriage: !triaged }, matter.version),
    said: () => t('matter.saved'),
    touches: [['matter', matter.id], ['matters']],
    quiet: true,
  });
  const submit = (input: Edited) =>
    write.mutate(input, {
      onSuccess: onClose,
      onError: (cause) => setLoose(placeErrors(form, cause).join('；') || inWords(cause)),
    });
  const initial = {
    title: matter.title,
    body: matter.body,
    category: matter.category ?? undefined,
    triaged: !matter.needsTriage,
  };
  return (
    <Modal
      open
      width={600}
      title={t('matter.editTitle')}
      okText={t('general.save')}
      confirmLoading={write.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      {loose === '' ? null : <Alert type="error" showIcon title={loose} />}
      <Form<Edited> form={form} layout="vertical" requiredMark={false} initialValues={initial} onFinish={submit}>
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
        <Form.Item name="triaged" label={t('matter.triaged')} valuePropName="checked">
          <Switch />
        </Form.Item>
      </Form>
    </Modal>
  );
}
