import { Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRequired } from '../admin/unit-fields';
import { api } from '../api/client';
import type { BoundFinding, Conclusion } from '../api/types';
import { useWrite } from '../api/write';
import { EvidenceField } from '../shared/evidence';
import { FormDialog } from '../shared/form-dialog';

/** Acts on a conclusion that are confirmed in a dialog. */
export type ConclusionAct = 'send' | 'state' | 'issue' | 'receive' | 'leave' | 'apply';

const routeOf: Record<ConclusionAct, string> = {
  send: 'fact-check',
  state: 'statement',
  issue: 'issue',
  receive: 'receive',
  leave: 'leave',
  apply: 'reviews',
};

interface DialogProps {
  act: ConclusionAct;
  conclusion: Conclusion;
  onClose: () => void;
}
interface Said {
  words?: string;
  grounds?: string;
  evidenceIds?: string[];
  points?: Record<string, string | undefined>;
}

/** What goes over the wire: only points that somebody wrote. */
const bodyOf = (act: ConclusionAct, { points = {}, ...said }: Said): object =>
  act === 'state'
    ? {
        ...said,
        points: Object.entries(points).flatMap(([findingId, words]) =>
          words === undefined || words.trim() === '' ? [] : [{ findingId, words }],
        ),
      }
    : said;

/** The dialog of one act. */
export function ConclusionDialog({ act, conclusion, onClose }: DialogProps) {
  const { t } = useTranslation();
  const write = useWrite({
    run: (said: Said, key: string) =>
      api.post<unknown>(`/conclusions/${conclusion.id}/${routeOf[act]}`, bodyOf(act, said), {
        key,
        version: conclusion.version,
      }),
    said: () => t(`conclusion.said.${act}`),
    touches: [['conclusions'], ['findings'], ['reviews'], ['notices']],
    quiet: true,
  });
  return (
    <FormDialog<Said, unknown> title={t(`conclusion.act.${act}`)} write={write} onClose={onClose}>
      <Fields act={act} conclusion={conclusion} />
    </FormDialog>
  );
}

function Fields({ act, conclusion }: Omit<DialogProps, 'onClose'>) {
  const { t } = useTranslation();
  if (act === 'send') return <p>{t('conclusion.sendNote')}</p>;
  if (act === 'issue') return <p>{t('conclusion.issueNote')}</p>;
  if (act === 'receive') return <p>{t('conclusion.receiveNote')}</p>;
  if (act === 'leave') return <Words name="words" label={t('conclusion.leaveWords')} />;
  if (act === 'state') return <StatementFields bound={conclusion.bound} />;
  return (
    <>
      <p className="soft">{t('conclusion.applyNote')}</p>
      <Words name="grounds" label={t('conclusion.grounds')} />
      <Form.Item name="evidenceIds" label={t('finding.photos')}>
        <EvidenceField />
      </Form.Item>
    </>
  );
}

function Words({ name, label }: { name: string; label: string }) {
  const required = useRequired();
  return (
    <Form.Item name={name} label={label} rules={required(label)}>
      <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} maxLength={1000} />
    </Form.Item>
  );
}

function StatementFields({ bound }: { bound: BoundFinding[] }) {
  const { t } = useTranslation();
  return (
    <>
      {bound.map(({ findingId, words }) => (
        <Form.Item key={findingId} name={['points', findingId]} label={words} extra={t('conclusion.objectTo')}>
          <Input.TextArea autoSize={{ minRows: 1, maxRows: 8 }} maxLength={4000} />
        </Form.Item>
      ))}
      <Form.Item name="words" label={t('conclusion.statement')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={4000} />
      </Form.Item>
      <Form.Item name="evidenceIds" label={t('conclusion.checkEvidence')}>
        <EvidenceField />
      </Form.Item>
    </>
  );
}

interface PointProps {
  conclusion: Conclusion;
  finding: BoundFinding;
  onClose: () => void;
}

/** What is made of what the object says against a finding. */
export function PointDialog({ conclusion, finding, onClose }: PointProps) {
  const { t } = useTranslation();
  const write = useWrite({
    run: (said: object, key: string) =>
      api.post<Conclusion>(`/conclusions/${conclusion.id}/points/${finding.findingId}/decide`, said, {
        key,
        version: conclusion.version,
      }),
    said: () => t('conclusion.said.decide_point'),
    touches: [['conclusions'], ['findings']],
    quiet: true,
  });
  return (
    <FormDialog<object, Conclusion>
      title={t('conclusion.act.decide_point')}
      intro={<p className="dialog-intro">{finding.point}</p>}
      initial={{ outcome: 'stands' }}
      write={write}
      onClose={onClose}
    >
      <PointFields finding={finding} />
    </FormDialog>
  );
}

function PointFields({ finding }: { finding: BoundFinding }) {
  const { t } = useTranslation();
  const outcome = Form.useWatch<string | undefined>('outcome');
  const options = (['stands', 'amended', 'struck'] as const).map((value) => ({
    value,
    label: t(`conclusion.outcome.${value}`),
  }));
  return (
    <>
      <Form.Item name="outcome" label={t('conclusion.decision')}>
        <Radio.Group options={options} />
      </Form.Item>
      {outcome === 'amended' ? (
        <Form.Item name="words" label={t('conclusion.newWords')} initialValue={finding.words}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} />
        </Form.Item>
      ) : null}
      <Words name="reason" label={t('conclusion.reason')} />
    </>
  );
}
