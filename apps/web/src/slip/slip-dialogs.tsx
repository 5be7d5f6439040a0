import { Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRequired } from '../admin/unit-fields';
import { api } from '../api/client';
import type { Objection, Slip } from '../api/types';
import { useWrite } from '../api/write';
import { FormDialog } from '../shared/form-dialog';

/** What is old after an act on a slip or an objection. */
const touches = [['slips'], ['objections'], ['late-cases'], ['lights'], ['clocks'], ['timeline'], ['notices']];

interface Said {
  words: string;
}

/** The unit gives its reason, or somebody judges it. */
export function SlipDialog({
  slip,
  act,
  onClose,
}: {
  slip: Slip;
  act: 'reply' | 'accept' | 'reject';
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { assignmentId, id, version } = slip;
  const write = useWrite({
    run: (said: Said, key) => api.post<Slip>(`/assignments/${assignmentId}/slips/${id}/${act}`, said, { key, version }),
    said: () => t(act === 'reply' ? 'slip.replied' : 'slip.judged'),
    touches,
    quiet: true,
  });
  return (
    <FormDialog<Said, Slip>
      title={t(`slip.${act}`)}
      intro={<Intro slip={slip} act={act} />}
      write={write}
      onClose={onClose}
    >
      <WordsField
        label={t(act === 'reply' ? 'slip.replyWords' : 'slip.judgeWords')}
        most={act === 'reply' ? 2_000 : 1_000}
      />
    </FormDialog>
  );
}

function Intro({ slip, act }: { slip: Slip; act: 'reply' | 'accept' | 'reject' }) {
  const { t } = useTranslation();
  return (
    <>
      <p className="act-subject">{[slip.number, slip.taskTitle].join('　')}</p>
      {act === 'reply' ? null : (
        <>
          <p className="words report">{slip.reply}</p>
          <p className="dialog-intro">{t(act === 'accept' ? 'slip.acceptNote' : 'slip.rejectNote')}</p>
        </>
      )}
    </>
  );
}

interface ObjectProps {
  assignmentId: string;
  /** Null: against being counted as late. */
  slipId: string | null;
  subject: string;
  onClose: () => void;
}

/** The unit objects. */
export function ObjectDialog({ assignmentId, slipId, subject, onClose }: ObjectProps) {
  const { t } = useTranslation();
  const write = useWrite({
    run: (said: Said, key) =>
      api.post<{ id: string }>(
        `/assignments/${assignmentId}/objections`,
        { ...said, ...(slipId && { slipId }) },
        { key },
      ),
    said: () => t('slip.objected'),
    touches,
    quiet: true,
  });
  return (
    <FormDialog<Said, { id: string }>
      title={t(`slip.objectTitle.${slipId === null ? 'figure' : 'slip'}`)}
      okText={t('slip.object')}
      intro={
        <>
          <p className="act-subject">{subject}</p>
          <p className="dialog-intro">{t(slipId === null ? 'slip.objectFigureNote' : 'slip.objectNote')}</p>
        </>
      }
      write={write}
      onClose={onClose}
    >
      <WordsField label={t('slip.objectWords')} most={2_000} />
    </FormDialog>
  );
}

/** The unit objects to a whole row of figures. */
export function ObjectAllDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const write = useWrite({
    run: (said: Said, key) => api.post<{ raised: number }>('/reports/timeliness/late/objections', said, { key }),
    said: ({ raised }) => t('slip.objectedAll', { count: raised }),
    touches,
    quiet: true,
  });
  return (
    <FormDialog<Said, { raised: number }>
      title={t('slip.objectAll')}
      okText={t('slip.object')}
      intro={<p className="dialog-intro">{t('slip.objectAllNote')}</p>}
      write={write}
      onClose={onClose}
    >
      <WordsField label={t('slip.objectWords')} most={2_000} />
    </FormDialog>
  );
}

interface Decision {
  verdict: 'uphold' | 'reject';
  reason: string;
}

/** Somebody else decides on an objection. */
export function DecideDialog({ objection, onClose }: { objection: Objection; onClose: () => void }) {
  const { t } = useTranslation();
  const required = useRequired();
  const { assignmentId, id, version, words, taskTitle } = objection;
  const write = useWrite({
    run: (said: Decision, key) =>
      api.post<void>(`/assignments/${assignmentId}/objections/${id}/decide`, said, { key, version }),
    said: () => t('slip.decided'),
    touches,
    quiet: true,
  });
  return (
    <FormDialog<Decision, void>
      title={t('slip.decideTitle')}
      okText={t('slip.decide')}
      intro={
        <>
          <p className="act-subject">{taskTitle}</p>
          <p className="words report">{words}</p>
        </>
      }
      write={write}
      onClose={onClose}
    >
      <Form.Item
        name="verdict"
        label={t('slip.verdict')}
        rules={[{ required: true, message: t('general.required', { what: t('slip.verdict') }) }]}
      >
        <Radio.Group
          options={(['uphold', 'reject'] as const).map((value) => ({ value, label: t(`slip.objection.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="reason" label={t('slip.reason')} rules={required(t('slip.reason'))}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={1_000} showCount />
      </Form.Item>
    </FormDialog>
  );
}

function WordsField({ label, most }: { label: string; most: number }) {
  const required = useRequired();
  return (
    <Form.Item name="words" label={label} rules={required(label)}>
      <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={most} showCount />
    </Form.Item>
  );
}
