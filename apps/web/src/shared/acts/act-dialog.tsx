import { Alert, Form, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nameOf } from '../../i18n/names';
import { useProblemWords } from '../problem-words';
import { ActFieldItem } from './act-field';
import type { ActSpec, ActSubject, ActValues } from './act-spec';
import { placeErrors } from './place-errors';
import { useAct } from './use-act';

interface ActDialogProps {
  spec: ActSpec;
  subject: ActSubject;
  onClose: () => void;
  onDone?: (answer: unknown) => void;
}

/** Asks what an act needs, says plainly what it will do, and does it. Mounted only while open. */
export function ActDialog({ spec, subject, onClose, onDone }: ActDialogProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<ActValues>();
  const [loose, setLoose] = useState<string[]>([]);
  const inWords = useProblemWords();
  const act = useAct(spec, subject);
  const name = nameOf(`words.act.${subject.kind}`, spec.act);
  const submit = (values: ActValues) =>
    act.mutate(values, {
      onSuccess: (answer) => {
        onClose();
        onDone?.(answer);
      },
      onError: (cause) => {
        const rest = placeErrors(form, cause);
        setLoose(rest.length > 0 ? rest : [inWords(cause)]);
      },
    });
  return (
    <Modal
      open
      title={name}
      width={560}
      okText={name}
      okButtonProps={{ danger: spec.grave === true, loading: act.isPending }}
      cancelText={t('general.cancel')}
      onOk={form.submit}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <p className="act-subject">{subject.title}</p>
      <p className="act-consequence">{nameOf(`task.consequence.${subject.kind}`, spec.act)}</p>
      {loose.length === 0 ? null : (
        <Alert type="error" showIcon title={loose.join('；')} style={{ marginBottom: 14 }} />
      )}
      <Form<ActValues>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={subject.initial}
        onFinish={submit}
      >
        <Fields spec={spec} subject={subject} />
      </Form>
    </Modal>
  );
}

function Fields({ spec, subject }: { spec: ActSpec; subject: ActSubject }) {
  const form = Form.useFormInstance<ActValues>();
  const values: ActValues = { ...subject.initial, ...(Form.useWatch((all: ActValues) => all, form) ?? {}) };
  return spec.fields
    .filter((field) => field.only === undefined || field.only(values))
    .map((field) => <ActFieldItem key={field.name} field={field} subject={subject} />);
}
