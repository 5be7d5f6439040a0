import { useNavigate, useSearch } from '@tanstack/react-router';
import { Alert, Button, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { MatterView } from '../api/types';
import { useWrite } from '../api/write';
import { placeErrors } from '../shared/place-errors';
import { EvidenceField } from '../shared/evidence';
import { PageHead } from '../shared/page-head';
import { CategoryPicker, DuePicker, PersonPicker } from '../shared/pickers';
import { useProblemWords } from '../shared/problem-words';
import { handKinds, newMatter, type NewMatter } from './new-matter';
import { ProposalFields } from './proposal-fields';
import { SignatoryFields } from './signatory-fields';

/** Registration by hand: an instruction with its scanned original, a netizen message, a meeting's decision. */
export function NewMatterPage() {
  const { t } = useTranslation();
  const search = useSearch({ from: '/inside/matters/new' });
  const [form] = Form.useForm<NewMatter>();
  const kind = Form.useWatch('kind', form) ?? handKinds.find((one) => one === search.kind) ?? 'instruction';
  const { submit, loose, pending } = useSaving((cause) => placeErrors(form, cause));
  return (
    <>
      <PageHead title={t('matter.new')} />
      <Form<NewMatter>
        form={form}
        className="sheet form-page"
        layout="vertical"
        requiredMark={false}
        initialValues={{ kind }}
        onFinish={submit}
      >
        {loose === '' ? null : <Alert type="error" showIcon title={loose} className="dialog-problem" />}
        <Form.Item name="kind" label={t('matter.kind')}>
          <Radio.Group
            optionType="button"
            options={handKinds.map((value) => ({ value, label: t(`words.matterKind.${value}`) }))}
          />
        </Form.Item>
        <Substance />
        <OfKind kind={kind} />
        <ProposalFields />
        <Button type="primary" size="large" htmlType="submit" loading={pending}>
          {t('matter.submit')}
        </Button>
      </Form>
    </>
  );
}

function useSaving(place: (cause: unknown) => string[]) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const inWords = useProblemWords();
  const [loose, setLoose] = useState('');
  const write = useWrite({
    run: (input: NewMatter, key) => api.post<MatterView>('/matters', newMatter(input), { key }),
    said: () => t('matter.saved'),
    touches: [['matters'], ['tray']],
    quiet: true,
  });
  const submit = (input: NewMatter) =>
    write.mutate(input, {
      onSuccess: (matter) => void navigate({ to: '/matters/$id', params: { id: matter.id } }),
      onError: (cause) => setLoose(place(cause).join('；') || inWords(cause)),
    });
  return { submit, loose, pending: write.isPending };
}

/** The fields that only one kind has. */
function OfKind({ kind }: { kind: NewMatter['kind'] }) {
  const { t } = useTranslation();
  return (
    <>
      {kind === 'instruction' ? (
        <Needed name="principalId" label={t('matter.principal')} field={<PersonPicker role="principal" />} />
      ) : null}
      {kind === 'meeting_decision' ? (
        <Needed name="meeting" label={t('matter.meeting')} field={<Input maxLength={200} />} />
      ) : null}
      {kind === 'netizen_message' ? <SignatoryFields /> : null}
      <Form.Item
        name="evidenceIds"
        label={t('matter.original')}
        extra={kind === 'instruction' ? t('matter.originalHint') : undefined}
      >
        <EvidenceField />
      </Form.Item>
    </>
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

function Substance() {
  const { t } = useTranslation();
  const optional = t('general.optional');
  return (
    <>
      <Needed name="title" label={t('matter.title')} field={<Input maxLength={200} autoFocus />} />
      <Needed
        name="body"
        label={t('matter.body')}
        field={<Input.TextArea autoSize={{ minRows: 5, maxRows: 16 }} maxLength={20000} />}
      />
      <Form.Item name="category" label={t('matter.category') + optional}>
        <CategoryPicker />
      </Form.Item>
      <div className="two">
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
