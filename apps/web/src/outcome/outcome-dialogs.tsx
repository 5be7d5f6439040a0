import { Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRequired } from '../admin/unit-fields';
import { api } from '../api/client';
import type { Conclusion, Outcome } from '../api/types';
import { useWrite } from '../api/write';
import { FormDialog } from '../shared/form-dialog';

/** Acts on a proposal. */
export type OutcomeAct = 'approve' | 'refuse' | 'hand_over';

interface Said {
  words?: string;
  toOrgan?: string;
  receiptNo?: string;
}

/** Empty fields are left out. */
const filled = (said: Said): Said => Object.fromEntries(Object.entries(said).filter(([, value]) => value !== ''));

interface DialogProps {
  act: OutcomeAct;
  outcome: Outcome;
  onClose: () => void;
}

/** A principal's word on a proposal, or to which organ an approved one went. */
export function OutcomeDialog({ act, outcome, onClose }: DialogProps) {
  const { t } = useTranslation();
  const { id, version, words, kind, unit } = outcome;
  const path = act === 'hand_over' ? 'hand-over' : 'decide';
  const write = useWrite({
    run: (said: Said, key: string) =>
      api.post<Outcome>(
        `/outcome-proposals/${id}/${path}`,
        { ...filled(said), ...(act === 'hand_over' ? {} : { decision: act }) },
        { key, version },
      ),
    said: () => t(`outcome.said.${act}`),
    touches: [['outcomes'], ['tray']],
    quiet: true,
  });
  return (
    <FormDialog<Said, Outcome>
      title={t(`outcome.act.${act}`)}
      intro={
        <p className="dialog-intro">
          <b>{`${t(`outcome.kind.${kind}`)} · ${unit.shortName}`}</b> {words}
        </p>
      }
      write={write}
      onClose={onClose}
    >
      {act === 'hand_over' ? <OrganFields /> : <WordField needed={act === 'refuse'} />}
    </FormDialog>
  );
}

function WordField({ needed }: { needed: boolean }) {
  const { t } = useTranslation();
  const required = useRequired();
  const label = t(needed ? 'outcome.why' : 'outcome.word');
  return (
    <Form.Item name="words" label={label} rules={needed ? required(label) : []}>
      <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} />
    </Form.Item>
  );
}

function OrganFields() {
  const { t } = useTranslation();
  const required = useRequired();
  const organ = t('finding.toOrgan');
  return (
    <>
      <Form.Item name="toOrgan" label={organ} rules={required(organ)}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="receiptNo" label={`${t('finding.receipt')}${t('general.optional')}`}>
        <Input maxLength={100} />
      </Form.Item>
    </>
  );
}

interface Proposal {
  kind: Outcome['kind'];
  words: string;
}
const kinds: readonly Outcome['kind'][] = ['praise', 'criticism', 'accountability'];

/** Proposes what shall follow for the object of a conclusion. */
export function ProposeDialog({ conclusion, onClose }: { conclusion: Conclusion; onClose: () => void }) {
  const { t } = useTranslation();
  const required = useRequired();
  const { id: conclusionId, inspection, unit } = conclusion;
  const write = useWrite({
    run: (said: Proposal, key: string) =>
      api.post<Outcome>(
        `/inspections/${inspection.id}/outcome-proposals`,
        { ...said, unitId: unit.id, conclusionId },
        { key },
      ),
    said: () => t('outcome.said.propose'),
    touches: [['outcomes'], ['tray']],
    quiet: true,
  });
  return (
    <FormDialog<Proposal, Outcome>
      title={t('outcome.act.propose')}
      intro={<p className="dialog-intro">{t('outcome.proposeNote', { unit: unit.shortName })}</p>}
      initial={{ kind: 'criticism' }}
      write={write}
      onClose={onClose}
    >
      <Form.Item name="kind" label={t('outcome.kindLabel')}>
        <Radio.Group options={kinds.map((value) => ({ value, label: t(`outcome.kind.${value}`) }))} />
      </Form.Item>
      <Form.Item name="words" label={t('outcome.words')} rules={required(t('outcome.words'))}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={4000} />
      </Form.Item>
    </FormDialog>
  );
}
