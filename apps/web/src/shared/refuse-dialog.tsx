import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { useWrite } from '../api/write';
import { FormDialog } from './form-dialog';

interface RefuseDialogProps {
  /** Path of the request, without `/refuse`. */
  path: string;
  version: number;
  title: string;
  /** Name of the field for the words. */
  what: string;
  /** What is said afterwards. */
  said: string;
  touches: string[][];
  onClose: () => void;
}

/** The second person refuses a request, and says why. */
export function RefuseDialog({ path, version, title, what, said, touches, onClose }: RefuseDialogProps) {
  const { t } = useTranslation();
  const write = useWrite({
    run: ({ words }: { words: string }, key) =>
      api.post<unknown>(`${path}/refuse`, { words: words.trim() }, { key, version }),
    said: () => said,
    touches,
    quiet: true,
  });
  return (
    <FormDialog<{ words: string }, unknown> title={title} write={write} onClose={onClose}>
      <Form.Item
        name="words"
        label={what}
        rules={[{ required: true, whitespace: true, message: t('general.required', { what }) }]}
      >
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </FormDialog>
  );
}
