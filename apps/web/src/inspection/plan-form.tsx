import { useQuery } from '@tanstack/react-query';
import { Button, DatePicker, Form, Input, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { reference } from '../api/lists';
import type { Inspection } from '../api/types';
import { AnyUnitsPicker } from '../shared/pickers';
import { DesignationFields } from './designation-fields';
import { GroupFields } from './group-fields';
import { InspectorsField, namedIn, SitesField, StandardField } from './plan-pickers';
import { type PlanValues, valuesOf } from './plan-values';
import { colon, inBrackets } from '../i18n/punctuation';

const contentClasses = [
  'superior_decisions',
  'key_deployments',
  'statutory_duties',
  'administrative_effectiveness',
] as const;
const types = ['comprehensive', 'special', 'incident', 'daily', 'clue_verification'] as const;
const methods = [
  'self_check',
  'hear_report',
  'check_and_interview',
  'unannounced_visit',
  'symposium',
  'consult_material',
  'collect_clues',
  'summon_for_talk',
  'internet',
] as const;
const inspectedKinds = [
  'office',
  'department',
  'division',
  'town',
  'township',
  'street',
  'farm',
  'institute',
  'enterprise',
] as const;

interface PlanFormProps {
  inspection: Inspection;
  /** Buttons and what stands above them. */
  children: ReactNode;
  onSave: (values: PlanValues) => void;
}

/** The whole plan on one page: what, whom and where, who goes. */
export function PlanForm({ inspection, children, onSave }: PlanFormProps) {
  const [form] = Form.useForm<PlanValues>();
  const objectIds = Form.useWatch('objectIds', form) ?? [];
  const known = namedIn(inspection);
  const { t } = useTranslation();
  return (
    <Form<PlanValues>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={valuesOf(inspection)}
      onFinish={onSave}
    >
      <What />
      <section className="sheet inspection-part">
        <h2>{t('inspection.part.who')}</h2>
        <Whom
          objectIds={objectIds}
          hasLoose={inspection.plan.sites.some(({ group, drawn }) => group === null && !drawn)}
        />
      </section>
      <section className="sheet inspection-part">
        <h2>{t('inspection.part.groups')}</h2>
        <GroupFields known={known} objectIds={objectIds} />
        <Form.Item name="supervisorIds" label={t('inspection.field.supervisors')}>
          <InspectorsField known={known} />
        </Form.Item>
      </section>
      <div className="inspection-part stack">{children}</div>
      <Button htmlType="submit" hidden aria-hidden tabIndex={-1} />
    </Form>
  );
}

function What() {
  const { t } = useTranslation();
  const what = t('inspection.field.name');
  return (
    <section className="sheet">
      <h2>{t('inspection.part.what')}</h2>
      <div className="plan-grid">
        <Form.Item
          className="wide"
          name="name"
          label={what}
          rules={[{ required: true, whitespace: true, message: t('general.required', { what }) }]}
        >
          <Input maxLength={200} />
        </Form.Item>
        <Kind />
        <DesignationFields />
        {(['purpose', 'scope', 'frequencyWords'] as const).map((name) => (
          <Form.Item key={name} name={name} label={t(`inspection.field.${name}`)}>
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={1000} />
          </Form.Item>
        ))}
      </div>
    </section>
  );
}

function Kind() {
  const { t } = useTranslation();
  const field = (name: 'contentClass' | 'type' | 'methods' | 'standard' | 'period') => t(`inspection.field.${name}`);
  return (
    <>
      <Form.Item name="contentClass" label={field('contentClass')}>
        <Select
          allowClear
          options={contentClasses.map((value) => ({ value, label: t(`inspection.contentClass.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="type" label={field('type')}>
        <Select allowClear options={types.map((value) => ({ value, label: t(`inspection.type.${value}`) }))} />
      </Form.Item>
      <Form.Item name="period" label={field('period')}>
        <DatePicker.RangePicker style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="standard" label={field('standard')}>
        <StandardField />
      </Form.Item>
      <Form.Item className="wide" name="methods" label={field('methods')}>
        <Select mode="multiple" options={methods.map((value) => ({ value, label: t(`inspection.method.${value}`) }))} />
      </Form.Item>
    </>
  );
}

function Whom({ objectIds, hasLoose }: { objectIds: readonly string[]; hasLoose: boolean }) {
  const { t } = useTranslation();
  return (
    <div className="plan-grid">
      <Form.Item className="wide" name="objectIds" label={t('inspection.field.objects')}>
        <AnyUnitsPicker only={inspectedKinds} />
      </Form.Item>
      <Necessities objectIds={objectIds} />
      <Form.Item
        name="villagesPerUnit"
        label={t('inspection.field.villagesPerUnit')}
        extra={t('inspection.villagesNote')}
      >
        <InputNumber min={1} max={100} precision={0} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item
        name="householdsPerVillage"
        label={t('inspection.field.householdsPerVillage')}
        extra={t('inspection.householdsNote')}
      >
        <InputNumber min={1} max={1000} precision={0} style={{ width: '100%' }} />
      </Form.Item>
      {hasLoose ? (
        <Form.Item
          className="wide"
          name="looseSiteIds"
          label={`${t('inspection.field.sites')}${inBrackets(t('inspection.noGroup'))}`}
        >
          <SitesField objectIds={objectIds} />
        </Form.Item>
      ) : null}
    </div>
  );
}

/** For units that lie below another one: why the level above is skipped. */
function Necessities({ objectIds }: { objectIds: readonly string[] }) {
  const { t } = useTranslation();
  const { data } = useQuery(reference.units());
  const units = new Map((data?.items ?? []).map((unit) => [unit.id, unit]));
  const skipped = objectIds.flatMap((id) => {
    const unit = units.get(id);
    const above = unit?.parentId == null ? undefined : units.get(unit.parentId);
    return unit && above && above.kind !== 'county' ? [unit] : [];
  });
  return skipped.map(({ id, shortName }) => (
    <Form.Item key={id} name={['necessities', id]} label={`${t('inspection.field.necessity')}${colon()}${shortName}`}>
      <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={1000} />
    </Form.Item>
  ));
}
