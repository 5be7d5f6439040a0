import { Form } from 'antd';
import { nameOf } from '../../i18n/names';
import { FormDialog } from '../form-dialog';
import { ActFieldItem } from './act-field';
import type { ActSpec, ActSubject, ActValues } from './act-spec';
import { useAct } from './use-act';

interface ActDialogProps {
  spec: ActSpec;
  subject: ActSubject;
  onClose: () => void;
  onDone?: (answer: unknown) => void;
}

/** Asks what an act needs, says plainly what it will do, and does it. */
export function ActDialog({ spec, subject, onClose, onDone }: ActDialogProps) {
  const act = useAct(spec, subject);
  const intro = (
    <>
      <p className="act-subject">{subject.title}</p>
      <p className="act-consequence">{nameOf(`task.consequence.${subject.kind}`, spec.act)}</p>
    </>
  );
  return (
    <FormDialog
      title={nameOf(`words.act.${subject.kind}`, spec.act)}
      intro={intro}
      initial={subject.initial}
      write={act}
      grave={spec.grave}
      onClose={onClose}
      onDone={onDone}
    >
      <Fields spec={spec} subject={subject} />
    </FormDialog>
  );
}

function Fields({ spec, subject }: { spec: ActSpec; subject: ActSubject }) {
  const form = Form.useFormInstance<ActValues>();
  const values: ActValues = { ...subject.initial, ...(Form.useWatch((all: ActValues) => all, form) ?? {}) };
  return spec.fields
    .filter((field) => field.only === undefined || field.only(values))
    .map((field) => <ActFieldItem key={field.name} field={field} subject={subject} />);
}
