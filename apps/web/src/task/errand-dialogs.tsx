import { Checkbox, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { AssignmentView, Errand, Errands } from '../api/types';
import { useWrite } from '../api/write';
import { EvidenceField } from '../shared/evidence';
import { FormDialog } from '../shared/form-dialog';
import { DuePicker } from '../shared/pickers';
import { inBrackets } from '../i18n/punctuation';

const touches = [['errands'], ['assignments'], ['timeline'], ['notices']];
const useNeeded = () => {
  const { t } = useTranslation();
  return (what: string) => [{ required: true, whitespace: true, message: t('general.required', { what }) }];
};

interface Given {
  personIds: string[];
  note: string;
  innerDueAt?: string | null;
}

interface GiveDialogProps {
  assignment: AssignmentView;
  staff: Errands['staff'];
  onClose: () => void;
}

const staffOptions = (staff: Errands['staff']) =>
  staff.map(({ id, name, title, unitName }) => ({
    value: id,
    label: `${name}${inBrackets(title.startsWith(unitName) ? title : `${unitName} ${title}`)}`,
  }));

/** Gives an assignment to people of the unit. */
export function GiveDialog({ assignment, staff, onClose }: GiveDialogProps) {
  const { t } = useTranslation();
  const needed = useNeeded();
  const write = useWrite({
    run: ({ personIds, note, innerDueAt }: Given, key) =>
      api.post<Errands>(
        `/assignments/${assignment.id}/errands`,
        { personIds, note: note.trim(), ...(innerDueAt && { innerDueAt }) },
        { key },
      ),
    said: () => t('errand.given'),
    touches,
    quiet: true,
  });
  const options = staffOptions(staff);
  const who = t('errand.giveTo');
  return (
    <FormDialog
      title={t('errand.give')}
      intro={<p className="act-subject">{assignment.task.title}</p>}
      write={write}
      onClose={onClose}
    >
      <Form.Item
        name="personIds"
        label={who}
        extra={t('errand.giveToHint')}
        rules={[{ required: true, type: 'array', min: 1, message: t('general.required', { what: who }) }]}
      >
        <Select mode="multiple" maxCount={20} options={options} showSearch={{ optionFilterProp: 'label' }} />
      </Form.Item>
      <Form.Item name="note" label={t('errand.note')} rules={needed(t('errand.note'))}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={1000} />
      </Form.Item>
      <Form.Item name="innerDueAt" label={t('errand.innerDue')} extra={t('errand.innerDueHint')}>
        <DuePicker />
      </Form.Item>
    </FormDialog>
  );
}

interface ErrandDialogProps {
  errand: Errand;
  assignmentId: string;
  onClose: () => void;
}

interface Told {
  words: string;
  finished?: boolean;
  evidenceIds?: string[];
}

/** The member of staff tells the liaison how far it is. */
export function ReportDialog({ errand, assignmentId, onClose }: ErrandDialogProps) {
  const { t } = useTranslation();
  const needed = useNeeded();
  const write = useWrite({
    run: ({ words, finished, evidenceIds = [] }: Told, key) =>
      api.post<Errands>(
        `/assignments/${assignmentId}/errands/${errand.id}/report`,
        { words: words.trim(), finished: finished === true, evidenceIds },
        { key, version: errand.version },
      ),
    said: () => t('errand.reported'),
    touches,
    quiet: true,
  });
  return (
    <FormDialog
      title={t('errand.report')}
      intro={<p className="act-subject">{errand.note}</p>}
      write={write}
      onClose={onClose}
    >
      <Form.Item name="words" label={t('errand.words')} rules={needed(t('errand.words'))}>
        <Input.TextArea autoSize={{ minRows: 4, maxRows: 14 }} maxLength={5000} />
      </Form.Item>
      <Form.Item name="evidenceIds" label={t('errand.files')}>
        <EvidenceField />
      </Form.Item>
      <Form.Item name="finished" valuePropName="checked">
        <Checkbox>{t('errand.finished')}</Checkbox>
      </Form.Item>
    </FormDialog>
  );
}

/** Head or liaison give it back, or take it away. */
export function ReasonDialog({ act, errand, assignmentId, onClose }: ErrandDialogProps & { act: 'return' | 'recall' }) {
  const { t } = useTranslation();
  const needed = useNeeded();
  const write = useWrite({
    run: ({ reason }: { reason: string }, key) =>
      api.post<Errands>(
        `/assignments/${assignmentId}/errands/${errand.id}/${act}`,
        { reason: reason.trim() },
        { key, version: errand.version },
      ),
    said: () => t('errand.saved'),
    touches,
    quiet: true,
  });
  return (
    <FormDialog
      title={`${t(`errand.${act}`)} · ${errand.person.name}`}
      grave={act === 'recall'}
      write={write}
      onClose={onClose}
    >
      <Form.Item name="reason" label={t('errand.reason')} rules={needed(t('errand.reason'))}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={500} />
      </Form.Item>
    </FormDialog>
  );
}
