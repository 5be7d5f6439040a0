import { Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRequired } from '../admin/unit-fields';
import { api } from '../api/client';
import { replaceReasons } from '../api/codes';
import type { LookBackCheck } from '../api/types';
import { useWrite } from '../api/write';
import { EvidenceField } from '../shared/evidence';
import { FormDialog } from '../shared/form-dialog';

interface Settled {
  outcome: 'confirm' | 'relapse';
  words: string;
  evidenceIds: string[];
}
interface DialogProps {
  check: LookBackCheck;
  onClose: () => void;
}

const touches = [['look-back-checks'], ['look-backs'], ['tasks']];

/** What the checker found: it held, or it came back; with words and photos, on a phone as on a desk. */
export function SettleDialog({ check, onClose }: DialogProps) {
  const { t } = useTranslation();
  const write = useWrite({
    run: (said: Settled, key: string) =>
      api.post<LookBackCheck>(`/look-back-checks/${check.id}/settle`, said, { key, version: check.version }),
    said: ({ state }) => t(state === 'relapsed' ? 'lookBack.relapsedSaid' : 'lookBack.heldSaid'),
    touches,
    quiet: true,
  });
  return (
    <FormDialog<Settled, unknown>
      title={t('lookBack.settle')}
      intro={
        <p className="dialog-intro">
          <b>{check.title}</b>
          <br />
          {check.claim}
        </p>
      }
      write={write}
      onClose={onClose}
    >
      <SettleFields />
    </FormDialog>
  );
}

function SettleFields() {
  const { t } = useTranslation();
  const required = useRequired();
  return (
    <>
      <Form.Item name="outcome" label={t('lookBack.outcome')} rules={required(t('lookBack.outcome'))}>
        <Radio.Group
          className="stack"
          options={[
            { value: 'confirm', label: t('lookBack.held') },
            { value: 'relapse', label: t('lookBack.relapse') },
          ]}
        />
      </Form.Item>
      <Form.Item name="words" label={t('lookBack.words')} rules={required(t('lookBack.words'))}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={2000} />
      </Form.Item>
      <Form.Item name="evidenceIds" label={t('lookBack.evidence')} rules={required(t('lookBack.evidence'))}>
        <EvidenceField />
      </Form.Item>
    </>
  );
}

/** It cannot be checked: the next reserve of its stratum comes in. */
export function ReplaceDialog({ check, onClose }: DialogProps) {
  const { t } = useTranslation();
  const required = useRequired();
  const write = useWrite({
    run: (said: object, key: string) =>
      api.post(`/look-back-checks/${check.id}/replace`, said, { key, version: check.version }),
    said: () => t('lookBack.replaced'),
    touches,
    quiet: true,
  });
  return (
    <FormDialog
      title={t('lookBack.replace')}
      intro={<p className="dialog-intro">{t('lookBack.replaceNote')}</p>}
      initial={{ reason: 'moved_on' }}
      write={write}
      onClose={onClose}
    >
      <Form.Item name="reason" label={t('lookBack.why')}>
        <Radio.Group options={replaceReasons.map((value) => ({ value, label: t(`lookBack.reason.${value}`) }))} />
      </Form.Item>
      <Form.Item name="words" label={t('lookBack.whyWords')} rules={required(t('lookBack.whyWords'))}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={1000} />
      </Form.Item>
    </FormDialog>
  );
}
