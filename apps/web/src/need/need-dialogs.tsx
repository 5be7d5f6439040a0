import { useQuery } from '@tanstack/react-query';
import { Alert, Form, Input, Radio, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AnyUnitField, useRequired } from '../admin/unit-fields';
import { api } from '../api/client';
import { needKinds } from '../api/codes';
import { reference } from '../api/lists';
import { useMe } from '../api/session';
import type { MandateView, NeedView } from '../api/types';
import { useWrite } from '../api/write';
import { FormDialog } from '../shared/form-dialog';
import { useMandatesInForce } from '../shared/mandates-in-force';
import { CategoryPicker, DuePicker, PersonPicker } from '../shared/pickers';

interface Asked {
  unitId?: string;
  kind: NeedView['kind'];
  title: string;
  body: string;
  wantedBy?: string | null;
}

const touches = [['needs'], ['tasks']];

/** A unit asks; a township may ask in the name of one of its villages. */
export function AskNeedDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const required = useRequired();
  const write = useWrite({
    run: ({ wantedBy, ...said }: Asked, key: string) =>
      api.post('/needs', { ...said, ...(wantedBy && { wantedBy }) }, { key }),
    said: () => t('need.asked'),
    touches,
    quiet: true,
  });
  return (
    <FormDialog<Asked, unknown>
      title={t('need.ask')}
      intro={<p className="dialog-intro">{t('need.askNote')}</p>}
      initial={{ kind: 'funds' }}
      write={write}
      onClose={onClose}
    >
      <InName />
      <Form.Item name="kind" label={t('need.kind')}>
        <Radio.Group options={needKinds.map((value) => ({ value, label: t(`need.kinds.${value}`) }))} />
      </Form.Item>
      <Form.Item name="title" label={t('need.title')} rules={required(t('need.title'))}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="body" label={t('need.body')} rules={required(t('need.body'))}>
        <Input.TextArea autoSize={{ minRows: 4, maxRows: 12 }} maxLength={4000} />
      </Form.Item>
      <Form.Item name="wantedBy" label={t('need.wanted') + t('general.optional')}>
        <DuePicker />
      </Form.Item>
    </FormDialog>
  );
}

/** For townships: the village in whose name it is asked. */
function InName() {
  const { t } = useTranslation();
  const own = useMe().acting?.unit.id;
  const { data } = useQuery(reference.units());
  const below = (data?.items ?? []).filter(({ parentId, kind }) => parentId === own && kind === 'village');
  if (below.length === 0) return null;
  return (
    <Form.Item name="unitId" label={t('need.inName') + t('general.optional')}>
      <Select allowClear options={below.map(({ id, name }) => ({ value: id, label: name }))} />
    </Form.Item>
  );
}

interface Registered {
  door: 'mandate' | 'principal';
  mandateId?: string;
  principalId?: string;
  holderUnitId: string;
  dueAt: string;
  category?: string;
}

function useRegister({ id, version }: NeedView) {
  const { t } = useTranslation();
  return useWrite({
    run: ({ door: _, category, ...said }: Registered, key: string) =>
      api.post<NeedView>(`/needs/${id}/register`, { ...said, ...(category && { category }) }, { key, version }),
    said: ({ taskState }: NeedView) => t(`need.registered.${taskState === 'proposed' ? 'principal' : 'mandate'}`),
    touches,
    quiet: true,
  });
}

/** The bureau passes a need up: to a holder, with a date, under a standing mandate or by a principal's word. */
export function RegisterNeedDialog({ need, onClose }: { need: NeedView; onClose: () => void }) {
  const { t } = useTranslation();
  const required = useRequired();
  const { mandates, isPending } = useMandatesInForce('upward_need');
  const write = useRegister(need);
  const none = !isPending && mandates.length === 0;
  const [chosen, choose] = useState<Registered['door']>();
  const door = chosen ?? (none ? 'principal' : 'mandate');
  return (
    <FormDialog<Registered, NeedView>
      key={mandates[0]?.id ?? String(none)}
      title={t('need.act.register')}
      okText={t(`need.does.${door}`)}
      onChange={(said) => choose(said.door)}
      intro={
        <>
          <p className="act-subject">{need.title}</p>
          {none ? <Alert type="info" showIcon title={t('need.noMandate')} className="dialog-problem" /> : null}
        </>
      }
      initial={{
        door,
        mandateId: mandates[0]?.id,
        dueAt: need.wantedBy ?? undefined,
      }}
      write={write}
      onClose={onClose}
    >
      <DoorFields door={door} mandates={mandates} />
      <AnyUnitField name="holderUnitId" label={t('need.holder')} except={need.unit.id} />
      <Form.Item name="category" label={t('matter.category') + t('general.optional')}>
        <CategoryPicker />
      </Form.Item>
      <Form.Item name="dueAt" label={t('need.due')} rules={required(t('need.due'))}>
        <DuePicker />
      </Form.Item>
    </FormDialog>
  );
}

function DoorFields({ door, mandates }: { door: Registered['door']; mandates: readonly MandateView[] }) {
  const { t } = useTranslation();
  const required = useRequired();
  const doors = (['mandate', 'principal'] as const).map((value) => ({
    value,
    label: t(`need.door.${value}`),
    disabled: value === 'mandate' && mandates.length === 0,
  }));
  return (
    <>
      <Form.Item name="door" label={t('need.basis')}>
        <Radio.Group options={doors} />
      </Form.Item>
      {door === 'principal' ? (
        <Form.Item
          name="principalId"
          label={t('need.principal')}
          extra={t('need.principalNote')}
          rules={required(t('need.principal'))}
        >
          <PersonPicker role="principal" />
        </Form.Item>
      ) : (
        <Form.Item name="mandateId" label={t('need.mandate')} rules={required(t('need.mandate'))}>
          <Select options={mandates.map(({ id, reason }) => ({ value: id, label: reason }))} />
        </Form.Item>
      )}
    </>
  );
}

/** Declines a need, or ends it as solved by themselves. */
export function NeedReasonDialog({
  need,
  act,
  onClose,
}: {
  need: NeedView;
  act: 'decline' | 'solve';
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const required = useRequired();
  const write = useWrite({
    run: (said: { reason: string }, key: string) =>
      api.post(`/needs/${need.id}/${act}`, said, { key, version: need.version }),
    said: () => t('general.done'),
    touches,
    quiet: true,
  });
  const label = t(`need.reason.${act}`);
  return (
    <FormDialog
      title={t(`need.act.${act}`)}
      grave={act === 'decline'}
      intro={
        <>
          <p className="act-subject">{need.title}</p>
          <p className="dialog-intro">{t(`need.actNote.${act}`)}</p>
        </>
      }
      write={write}
      onClose={onClose}
    >
      <Form.Item name="reason" label={label} rules={required(label)}>
        <Input.TextArea rows={3} maxLength={1000} showCount />
      </Form.Item>
    </FormDialog>
  );
}
