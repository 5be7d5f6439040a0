import { useInfiniteQuery } from '@tanstack/react-query';
import { Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRequired } from '../admin/unit-fields';
import { api } from '../api/client';
import { lists } from '../api/lists';
import type { Finding, FindingBrief } from '../api/types';
import { useWrite } from '../api/write';
import { EvidenceField } from '../shared/evidence';
import { FormDialog } from '../shared/form-dialog';
import { DuePicker } from '../shared/pickers';
import { RemotePages } from '../shared/remote';

/** Acts on a finding that ask for words. */
export type DialogAct = 'order' | 'merge' | 'fix' | 'verify' | 'dismiss' | 'hand_over' | 'receipt';

const routeOf: Record<DialogAct, string> = {
  order: 'order',
  merge: 'merge',
  fix: 'fix',
  verify: 'verify',
  dismiss: 'dismiss',
  hand_over: 'hand-over',
  receipt: 'hand-over-receipt',
};
const initialOf: Partial<Record<DialogAct, object>> = {
  verify: { verdict: 'verify' },
  hand_over: { organ: 'supervisory' },
};

interface DialogProps {
  act: DialogAct;
  finding: FindingBrief;
  onClose: () => void;
}

/** The dialog of one act. */
export function FindingDialog({ act, finding, onClose }: DialogProps) {
  const { t } = useTranslation();
  const write = useWrite({
    run: (said: object, key: string) =>
      api.post<Finding>(`/findings/${finding.id}/${routeOf[act]}`, said, { key, version: finding.version }),
    said: () => t(`finding.said.${act}`),
    touches: [['findings'], ['tasks']],
    quiet: true,
  });
  return (
    <FormDialog<object, Finding>
      title={t(`finding.act.${act}`)}
      intro={<p className="dialog-intro">{finding.words}</p>}
      initial={initialOf[act]}
      grave={act === 'dismiss' || act === 'hand_over'}
      write={write}
      onClose={onClose}
    >
      <Fields act={act} finding={finding} />
    </FormDialog>
  );
}

function Fields({ act, finding }: Omit<DialogProps, 'onClose'>) {
  if (act === 'order') return <OrderFields />;
  if (act === 'merge') return <MergeFields finding={finding} />;
  if (act === 'dismiss') return <Said name="reason" />;
  if (act === 'hand_over') return <HandOverFields />;
  if (act === 'receipt') return <ReceiptFields />;
  return <ShownFields act={act} />;
}

function Said({ name }: { name: 'reason' | 'words' | 'demand' }) {
  const { t } = useTranslation();
  const required = useRequired();
  const label = t(`finding.${name}`);
  return (
    <Form.Item name={name} label={label} rules={required(label)}>
      <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={1000} />
    </Form.Item>
  );
}

function OrderFields() {
  const { t } = useTranslation();
  const rules = [{ required: true, message: t('general.required', { what: t('finding.due') }) }];
  return (
    <>
      <Said name="demand" />
      <Form.Item name="dueAt" label={t('finding.due')} rules={rules}>
        <DuePicker />
      </Form.Item>
    </>
  );
}

function MergeFields({ finding }: { finding: FindingBrief }) {
  const { t } = useTranslation();
  const rules = [{ required: true, message: t('general.required', { what: t('finding.into') }) }];
  const same = useInfiniteQuery(lists.findings({ inspectionId: finding.inspection.id, unitId: finding.unit.id }, 200));
  const mayTake = ({ id, standing }: FindingBrief) =>
    id !== finding.id && (standing === 'recorded' || standing === 'confirmed');
  return (
    <RemotePages query={same} empty={t('finding.intoEmpty')} rows={3}>
      {(items) => (
        <Form.Item name="intoId" label={t('finding.into')} extra={t('finding.intoNote')} rules={rules}>
          <Radio.Group
            className="stack"
            options={items.filter(mayTake).map(({ id, words, site }) => ({
              value: id,
              label: site === null ? words : `${site.name} ${words}`,
            }))}
          />
        </Form.Item>
      )}
    </RemotePages>
  );
}

function ShownFields({ act }: { act: DialogAct }) {
  const { t } = useTranslation();
  const verdicts = [
    { value: 'verify', label: t('finding.holds') },
    { value: 'redo', label: t('finding.again') },
  ];
  return (
    <>
      {act === 'fix' ? <p className="soft">{t('finding.fixNote')}</p> : null}
      {act === 'verify' ? (
        <Form.Item name="verdict" label={t('finding.verdict')}>
          <Radio.Group options={verdicts} />
        </Form.Item>
      ) : null}
      <Said name="words" />
      <Form.Item name="evidenceIds" label={t('finding.photos')}>
        <EvidenceField />
      </Form.Item>
    </>
  );
}

function HandOverFields() {
  const { t } = useTranslation();
  const required = useRequired();
  const organs = (['supervisory', 'judicial'] as const).map((value) => ({
    value,
    label: t(`finding.organs.${value}`),
  }));
  return (
    <>
      <p className="soft">{t('finding.handOverNote')}</p>
      <Form.Item name="organ" label={t('finding.organ')}>
        <Radio.Group className="stack" options={organs} />
      </Form.Item>
      <Form.Item name="toOrgan" label={t('finding.toOrgan')} rules={required(t('finding.toOrgan'))}>
        <Input maxLength={200} />
      </Form.Item>
      <Said name="reason" />
    </>
  );
}

function ReceiptFields() {
  const { t } = useTranslation();
  const required = useRequired();
  return (
    <>
      <Form.Item name="receiptNo" label={t('finding.receipt')} rules={required(t('finding.receipt'))}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="receivedBy" label={t('finding.receivedBy')} rules={required(t('finding.receivedBy'))}>
        <Input maxLength={100} />
      </Form.Item>
    </>
  );
}
