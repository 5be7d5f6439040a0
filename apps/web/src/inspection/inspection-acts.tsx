import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRequired } from '../admin/unit-fields';
import { api } from '../api/client';
import { Problem } from '../api/problem';
import type { Inspection } from '../api/types';
import { useWrite } from '../api/write';
import { FormDialog } from '../shared/form-dialog';

interface ActsProps {
  inspection: Inspection;
  onAmend: () => void;
  /** A refusal with places in the plan: the page shows it above the plan. */
  onRefused: (cause: Error | null) => void;
}

type Open = 'approve' | 'instruct' | 'release' | 'cancel' | 'abort' | 'merge' | null;

const primary = ['propose', 'approve', 'instruct', 'release'];

/** Everything that may be done with an inspection now. */
export function InspectionActs({ inspection, onAmend, onRefused }: ActsProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Open>(null);
  const propose = useAct(inspection, 'propose');
  const { actions, clashes } = inspection;
  const press = (act: string): void => {
    onRefused(null);
    if (act === 'propose') propose.mutate({}, { onError: onRefused });
    else if (act === 'amend') onAmend();
    else if (
      act === 'approve' ||
      act === 'instruct' ||
      act === 'release' ||
      act === 'cancel' ||
      act === 'abort' ||
      act === 'merge'
    )
      setOpen(act);
  };
  const shown = (['merge', 'cancel', 'abort', 'amend', 'propose', 'approve', 'instruct', 'release'] as const).filter(
    (act) => actions.includes(act) && (act !== 'merge' || clashes.length > 0),
  );
  return (
    <>
      {shown.map((act) => (
        <Button
          key={act}
          type={primary.includes(act) ? 'primary' : 'default'}
          loading={act === 'propose' && propose.isPending}
          onClick={() => press(act)}
        >
          {t(`inspection.${act}`)}
        </Button>
      ))}
      {open === null ? null : (
        <ActDialog inspection={inspection} act={open} onClose={() => setOpen(null)} onRefused={onRefused} />
      )}
    </>
  );
}

interface Said {
  words?: string;
  reason?: string;
  intoId?: string;
}

const doneOf = {
  propose: 'inspection.proposed',
  approve: 'inspection.approved',
  instruct: 'inspection.instructed',
  release: 'inspection.released',
  cancel: 'inspection.cancelled',
  abort: 'inspection.aborted',
  merge: 'inspection.merged',
} as const;

function useAct({ id, version }: Inspection, act: keyof typeof doneOf) {
  const { t } = useTranslation();
  return useWrite({
    run: (said: Said, key: string) =>
      api.post<Inspection>(`/inspections/${id}/${act}`, act === 'propose' || act === 'release' ? {} : said, {
        key,
        version,
      }),
    said: () => t(doneOf[act]),
    touches: [['inspections'], ['visits'], ['inspections-frequency']],
    quiet: true,
  });
}

interface DialogProps {
  inspection: Inspection;
  act: Exclude<Open, null>;
  onClose: () => void;
  onRefused: (cause: Error | null) => void;
}

function ActDialog({ inspection, act, onClose, onRefused }: DialogProps) {
  const { t } = useTranslation();
  const write = useAct(inspection, act);
  // a refusal with places in the plan is shown above the plan, where the places and the persons are
  const telling: typeof write = {
    ...write,
    mutate: (said, options) =>
      write.mutate(said, {
        ...options,
        onError: (cause, ...rest) => {
          onRefused(cause);
          if (cause instanceof Problem && cause.errors.length > 0 && act !== 'merge') onClose();
          else options?.onError?.(cause, ...rest);
        },
      }),
  };
  return (
    <FormDialog<Said, Inspection>
      title={t(`inspection.${act}`)}
      intro={act === 'release' ? <p className="dialog-intro">{t('inspection.releaseNote')}</p> : undefined}
      write={telling}
      grave={act === 'cancel' || act === 'abort'}
      onClose={onClose}
    >
      <ActFields inspection={inspection} act={act} />
    </FormDialog>
  );
}

function ActFields({ inspection, act }: Pick<DialogProps, 'inspection' | 'act'>) {
  const { t } = useTranslation();
  const required = useRequired();
  const targets = new Map(inspection.clashes.map(({ inspectionId, name }) => [inspectionId, name]));
  if (act === 'release') return null;
  if (act === 'merge')
    return (
      <Form.Item name="intoId" label={t('inspection.mergeInto')} rules={required(t('inspection.mergeInto'))}>
        <Select options={[...targets].map(([value, label]) => ({ value, label }))} />
      </Form.Item>
    );
  const opens = act === 'approve' || act === 'instruct';
  const label = t(opens ? 'inspection.words' : 'inspection.reason');
  return (
    <Form.Item name={opens ? 'words' : 'reason'} label={label} rules={opens ? [] : required(label)}>
      <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={1000} />
    </Form.Item>
  );
}
