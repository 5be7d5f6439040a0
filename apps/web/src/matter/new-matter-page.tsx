import { useNavigate, useSearch } from '@tanstack/react-router';
import { Alert, Button, Checkbox, Form, Input, Select, type FormInstance } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { MatterKindTable, MatterView } from '../api/types';
import { useWrite } from '../api/write';
import { LoadingBlock } from '../shared/blocks';
import { EvidenceField } from '../shared/evidence';
import { PageHead } from '../shared/page-head';
import { CategoryPicker, DuePicker, PersonPicker } from '../shared/pickers';
import { placeErrors } from '../shared/place-errors';
import { useProblemWords } from '../shared/problem-words';
import { Hints, useHints } from './hints';
import { KindFields } from './kind-fields';
import { useKinds, useLabel } from './kinds';
import { newMatter, type NewMatter } from './new-matter';
import { ProposalFields } from './proposal-fields';
import { RestrictionFields } from './restriction-fields';
import { SignatoryFields } from './signatory-fields';
import { semicolon } from '../i18n/punctuation';

/** Registration by hand of every kind that a person may enter; the form is drawn from the table of the kind. */
export function NewMatterPage() {
  const { t } = useTranslation();
  const kinds = useKinds().filter((kind) => kind.byHand);
  return (
    <>
      <PageHead title={t('matter.new')} />
      {kinds.length === 0 ? <LoadingBlock rows={10} /> : <NewMatterForm kinds={kinds} />}
    </>
  );
}

function NewMatterForm({ kinds }: { kinds: MatterKindTable[] }) {
  const { t } = useTranslation();
  const label = useLabel();
  const search = useSearch({ from: '/inside/matters/new' });
  const [form] = Form.useForm<NewMatter>();
  const first = kinds.find((one) => one.kind === search.kind) ?? kinds[0];
  const chosen = Form.useWatch('kind', form) ?? first?.kind;
  const kind = kinds.find((one) => one.kind === chosen) ?? first;
  const { submit, loose, pending } = useSaving(kind, (cause) => placeErrors(form, cause));
  if (kind === undefined) return null;
  return (
    <div className="intake">
      <Form<NewMatter>
        form={form}
        className="sheet form-page"
        layout="vertical"
        requiredMark={false}
        initialValues={{ kind: kind.kind }}
        onFinish={submit}
      >
        {loose === '' ? null : <Alert type="error" showIcon title={loose} className="dialog-problem" />}
        <Form.Item name="kind" label={t('matter.kind')}>
          <Select options={kinds.map((one) => ({ value: one.kind, label: label(one.label) }))} />
        </Form.Item>
        <Substance kind={kind} />
        <KindFields kind={kind.kind} />
        {kind.askers === null ? null : <SignatoryFields title={label(kind.askers)} />}
        <Original isInstruction={kind.kind === 'instruction'} />
        <RestrictionFields />
        <ProposalFields />
        <Declaration />
        <Button type="primary" size="large" htmlType="submit" loading={pending}>
          {t('matter.submit')}
        </Button>
      </Form>
      <FormHints form={form} />
    </div>
  );
}

/** The scanned original. */
function Original({ isInstruction }: { isInstruction: boolean }) {
  const { t } = useTranslation();
  return (
    <Form.Item
      name="evidenceIds"
      label={t('matter.original')}
      extra={isInstruction ? t('matter.originalHint') : undefined}
    >
      <EvidenceField />
    </Form.Item>
  );
}

function useSaving(kind: MatterKindTable | undefined, place: (cause: unknown) => string[]) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const inWords = useProblemWords();
  const [loose, setLoose] = useState('');
  const asked = kind ?? { askers: null, ofPrincipal: false, ofMeeting: false };
  const write = useWrite({
    run: (input: NewMatter, key) => api.post<MatterView>('/matters', newMatter(input, asked), { key }),
    said: () => t('matter.saved'),
    touches: [['matters'], ['tray']],
    quiet: true,
  });
  const submit = (input: NewMatter) =>
    write.mutate(input, {
      onSuccess: (matter) => void navigate({ to: '/matters/$id', params: { id: matter.id } }),
      onError: (cause) => setLoose(place(cause).join(semicolon()) || inWords(cause)),
    });
  return { submit, loose, pending: write.isPending };
}

/** What resembles the matter while it is being written. */
function FormHints({ form }: { form: FormInstance<NewMatter> }) {
  const {
    title = '',
    body,
    kind,
    category,
    foreignId,
    signatories = [],
  } = Form.useWatch((all: NewMatter) => all, form) ?? {};
  const askers = signatories.flatMap((one) => (one?.name === undefined || one.name === '' ? [] : [one.name]));
  const hints = useHints({ title, body, kind, category, foreignId, askers });
  return <Hints hints={hints} takeCategory={(value) => form.setFieldValue('category', value)} />;
}

function Declaration() {
  const { t } = useTranslation();
  const words = t('matter.declaration');
  return (
    <Form.Item
      name="declaredUnclassified"
      valuePropName="checked"
      rules={[
        {
          validator: (_, value) =>
            value === true ? Promise.resolve() : Promise.reject(new Error(t('matter.declareFirst'))),
        },
      ]}
    >
      <Checkbox>{words}</Checkbox>
    </Form.Item>
  );
}

function Needed({ name, label, field }: { name: keyof NewMatter; label: string; field: React.ReactNode }) {
  const { t } = useTranslation();
  return (
    <Form.Item name={name} label={label} rules={[{ required: true, message: t('general.required', { what: label }) }]}>
      {field}
    </Form.Item>
  );
}

function Substance({ kind }: { kind: MatterKindTable }) {
  const { t } = useTranslation();
  const optional = t('general.optional');
  return (
    <>
      {kind.ofPrincipal ? (
        <Needed name="principalId" label={t('matter.leader')} field={<PersonPicker role="principal" />} />
      ) : null}
      {kind.ofMeeting ? <Needed name="meeting" label={t('matter.meeting')} field={<Input maxLength={200} />} /> : null}
      <Needed name="title" label={t('matter.title')} field={<Input maxLength={200} autoFocus />} />
      <Needed
        name="body"
        label={t('matter.body')}
        field={<Input.TextArea autoSize={{ minRows: 5, maxRows: 16 }} maxLength={20000} />}
      />
      <div className="two">
        <Form.Item name="category" label={t('matter.category') + optional}>
          <CategoryPicker />
        </Form.Item>
        <Form.Item name="foreignId" label={t('matter.foreignId') + optional}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="receivedAt" label={t('matter.receivedAt') + optional}>
          <DuePicker past placeholder="" />
        </Form.Item>
        <Form.Item name="occurredAt" label={t('matter.occurredAt') + optional}>
          <DuePicker past placeholder="" />
        </Form.Item>
      </div>
    </>
  );
}
