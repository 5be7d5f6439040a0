import { Collapse, Form, Input, Radio, Select } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { uuidv7 } from 'uuidv7';
import { useRequired } from '../admin/unit-fields';
import { api } from '../api/client';
import { conducts, encounters, resultsOnSite, severities } from '../api/codes';
import type { Checklist, Finding } from '../api/types';
import { useWrite } from '../api/write';
import { EvidenceField } from '../shared/evidence';
import { FormDialog } from '../shared/form-dialog';

interface Seen {
  words: string;
  severity: Finding['severity'];
  conduct?: NonNullable<Finding['conduct']>;
  result?: NonNullable<Finding['result']>;
  encounter: Finding['encounter'];
  evidenceIds?: string[];
}

interface RecordProps {
  visitId: string;
  /** Against which clause; null: what no clause foresaw. */
  clause: Checklist['clauses'][number] | null;
  onClose: () => void;
}

/** A finding in two taps: the clause says what is wrong already, so that only a photo is wanted. */
export function RecordDialog({ visitId, clause, onClose }: RecordProps) {
  const { t } = useTranslation();
  // made once: sending again after a lost answer sends the same finding
  const made = useRef({ id: uuidv7(), capturedAt: new Date().toISOString() });
  const write = useWrite({
    run: async (seen: Seen, key: string) => {
      const of = clause === null ? {} : { clause: clause.key };
      const finding = await api.post<Finding>(
        `/visits/${visitId}/findings`,
        { ...made.current, ...seen, ...of },
        { key },
      );
      // what a finding stands against is not met: nobody should have to say it twice
      if (clause?.rule === 'yes_no' && clause.met === null)
        await api.put(`/visits/${visitId}/answers/${clause.key}`, { met: false, capturedAt: made.current.capturedAt });
      return finding;
    },
    said: () => t('finding.checklist.recorded'),
    touches: [['checklists', visitId], ['findings']],
    quiet: true,
  });
  const initial = {
    words: clause === null ? '' : `${t('finding.checklist.unmet')}：${clause.text}`,
    severity: clause?.redLine === true ? ('serious' as const) : ('ordinary' as const),
    encounter: 'found' as const,
  };
  return (
    <FormDialog<Seen, Finding>
      title={t('finding.checklist.find')}
      intro={clause === null ? undefined : <p className="dialog-intro">{clause.text}</p>}
      initial={initial}
      write={write}
      onClose={onClose}
    >
      <SeenFields />
    </FormDialog>
  );
}

function SeenFields() {
  const { t } = useTranslation();
  const required = useRequired();
  return (
    <>
      <Form.Item name="words" label={t('finding.checklist.what')} rules={required(t('finding.checklist.what'))}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} />
      </Form.Item>
      <Form.Item name="severity" label={t('finding.checklist.severity')}>
        <Radio.Group
          optionType="button"
          options={severities.map((value) => ({ value, label: t(`finding.severity.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="evidenceIds" label={t('finding.checklist.photo')} extra={t('finding.noEvidence')}>
        <EvidenceField camera />
      </Form.Item>
      <Collapse
        ghost
        items={[{ key: 'more', label: t('finding.checklist.more'), forceRender: true, children: <ClassFields /> }]}
      />
    </>
  );
}

function ClassFields() {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item name="conduct" label={t('finding.conductLabel')}>
        <Select allowClear options={conducts.map((value) => ({ value, label: t(`finding.conduct.${value}`) }))} />
      </Form.Item>
      <Form.Item name="result" label={t('finding.resultLabel')}>
        <Select allowClear options={resultsOnSite.map((value) => ({ value, label: t(`finding.result.${value}`) }))} />
      </Form.Item>
      <Form.Item name="encounter" label={t('finding.encounterLabel')}>
        <Select options={encounters.map((value) => ({ value, label: t(`finding.encounter.${value}`) }))} />
      </Form.Item>
    </>
  );
}
