import type { UseMutationResult } from '@tanstack/react-query';
import { Alert, Form, Modal } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { placeErrors } from './place-errors';
import { useProblemWords } from './problem-words';
import { useReturnFocus } from './return-focus';
import { semicolon } from '../i18n/punctuation';

interface FormDialogProps<Input extends object, Output> {
  title: string;
  /** Words of the button; the title when absent. */
  okText?: string;
  /** What stands above the fields: the record, the consequence. */
  intro?: ReactNode;
  initial?: Partial<Input>;
  write: UseMutationResult<Output, Error, Input>;
  disabled?: boolean;
  /** The act takes something back or ends something. */
  grave?: boolean;
  onClose: () => void;
  onDone?: (output: Output) => void;
  /** Called with everything that stands in the form, whenever something of it changes. */
  onChange?: (input: Input) => void;
  children: ReactNode;
}

/** A dialog around one write: refusals appear at their fields, those of no field on top. Mounted only while open. */
export function FormDialog<Input extends object, Output>(props: FormDialogProps<Input, Output>) {
  const { title, okText = title, intro, initial, write, disabled, grave, onClose, onDone, onChange, children } = props;
  const { t } = useTranslation();
  const [form] = Form.useForm<Input>();
  const [loose, setLoose] = useState('');
  useReturnFocus();
  const inWords = useProblemWords();
  const submit = (input: Input) => {
    setLoose('');
    write.mutate(input, {
      onSuccess: (output) => {
        onClose();
        onDone?.(output);
      },
      onError: (cause) => setLoose(placeErrors(form, cause).join(semicolon()) || inWords(cause)),
    });
  };
  return (
    <Modal
      open
      width={580}
      title={title}
      okText={okText}
      okButtonProps={{ danger: grave, disabled, loading: write.isPending }}
      cancelText={t('general.cancel')}
      onOk={form.submit}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      {intro}
      {loose === '' ? null : <Refusal key={loose} words={loose} />}
      <Form<Input>
        {...{ form, initialValues: initial, onFinish: submit, layout: 'vertical', requiredMark: false }}
        onValuesChange={(_, input) => onChange?.(input)}
      >
        {children}
      </Form>
    </Modal>
  );
}

/** A refusal of no field, brought into sight: a long form may have been scrolled past its top. */
function Refusal({ words }: { words: string }) {
  const place = useRef<HTMLDivElement>(null);
  // in braces: newer browsers answer with a promise, and React would take it for what undoes the effect
  useEffect(() => {
    void place.current?.scrollIntoView({ block: 'center' });
  }, []);
  return (
    <div ref={place}>
      <Alert type="error" showIcon title={words} className="dialog-problem" />
    </div>
  );
}
