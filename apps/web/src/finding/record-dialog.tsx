import { Collapse, Form, Input, Radio, Select } from 'antd';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRequired } from '../admin/unit-fields';
import { conducts, encounters, resultsOnSite, severities } from '../api/codes';
import type { FieldDeed, FieldPhoto, SeenOnSpot } from '../field/field-item';
import type { Taken } from '../field/outbox';
import type { PendingClause } from '../field/pending';
import { PhotoField } from '../field/photo-field';
import { type Deed, useDeeds } from '../field/use-field';
import { FormDialog } from '../shared/form-dialog';

type FindingDeed = Extract<FieldDeed, { kind: 'finding' }>;

interface Seen extends SeenOnSpot {
  photos?: (Taken | FieldPhoto)[];
}

interface RecordProps {
  visitId: string;
  where: string;
  /** Against which clause; null: what no clause foresaw. */
  clause: PendingClause | null;
  /** The server refused it: this mends it. */
  refused?: { id: string; capturedAt: string; deed: FindingDeed };
  onClose: () => void;
}

/** A finding in two taps: the clause says what is wrong already, so that only a photo is wanted. Works without signal. */
export function RecordDialog({ visitId, where, clause, refused, onClose }: RecordProps) {
  const { t } = useTranslation();
  // seen when the dialog was opened, not when the last word was typed
  const [capturedAt] = useState(() => refused?.capturedAt ?? new Date().toISOString());
  const write = useDeeds<Seen>(
    { visitId, where },
    (seen) => [
      { deed: findingOf(seen, refused?.deed ?? clause), capturedAt, taken: takenOf(seen), instead: refused?.id },
      ...notMet(clause).map((deed) => ({ deed, capturedAt })),
    ],
    t('finding.checklist.recorded'),
  );
  const text = refused === undefined ? (clause?.text ?? null) : refused.deed.text;
  const initial: Partial<Seen> =
    refused === undefined ? newOf(clause, t) : { ...refused.deed.seen, photos: refused.deed.photos };
  return (
    <FormDialog<Seen, readonly Deed[]>
      title={t('finding.checklist.find')}
      intro={text === null ? undefined : <p className="dialog-intro">{text}</p>}
      initial={initial}
      write={write}
      onClose={onClose}
    >
      <SeenFields camera={refused === undefined} />
    </FormDialog>
  );
}

const newOf = (clause: PendingClause | null, t: TFunction): Partial<Seen> => ({
  words: clause === null ? '' : `${t('finding.checklist.unmet')}：${clause.text}`,
  severity: clause?.redLine === true ? 'serious' : 'ordinary',
  encounter: 'found',
});

function findingOf({ photos = [], ...seen }: Seen, against: PendingClause | FindingDeed | null): FindingDeed {
  const clause = against === null ? null : 'key' in against ? against.key : against.clause;
  const bare = photos.map(({ id, name, type, capturedAt }) => ({ id, name, type, capturedAt }));
  return { kind: 'finding', clause, text: against?.text ?? null, seen, photos: bare };
}

const takenOf = ({ photos = [] }: Seen): Taken[] => photos.filter((photo) => 'bytes' in photo);

/** What a finding stands against is not met: nobody should have to say it twice. */
const notMet = (clause: PendingClause | null): FieldDeed[] =>
  clause?.rule === 'yes_no' && clause.met === null
    ? [{ kind: 'answer', clause: clause.key, text: clause.text, found: false }]
    : [];

function SeenFields({ camera }: { camera: boolean }) {
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
      <Form.Item name="photos" label={t('finding.checklist.photo')} extra={t('finding.noEvidence')}>
        <PhotoField camera={camera} />
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
