import { Collapse, Form, Input, Radio, Select } from 'antd';
import type { TFunction } from 'i18next';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRequired } from '../admin/unit-fields';
import { conducts, encounters, resultsOnSite, severities } from '../api/codes';
import type { FindingDraft } from '../field/drafts';
import { field } from '../field/field';
import type { FieldDeed, FieldPhoto, SeenOnSpot } from '../field/field-item';
import type { Taken } from '../field/outbox';
import type { PendingClause } from '../field/pending';
import { PhotoField } from '../field/photo-field';
import { useMe } from '../api/session';
import { type Deed, useDeeds } from '../field/use-field';
import { FormDialog } from '../shared/form-dialog';
import { colon } from '../i18n/punctuation';

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
  /** It was left half-written: this goes on with it. */
  draft?: FindingDraft;
  onClose: () => void;
}

/** A finding in two taps: the clause says what is wrong already, so that only a photo is wanted. Works without signal. */
export function RecordDialog({ visitId, where, clause, refused, draft, onClose }: RecordProps) {
  const { t } = useTranslation();
  // seen when the dialog was opened, not when the last word was typed
  const [capturedAt] = useState(() => refused?.capturedAt ?? draft?.capturedAt ?? new Date().toISOString());
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
    refused === undefined
      ? { ...newOf(clause, t), ...draft?.seen, photos: [...(draft?.photos ?? [])] }
      : { ...refused.deed.seen, photos: refused.deed.photos };
  const { keep, drop } = useKeptDraft(
    { visitId, clause: clause?.key ?? null, capturedAt },
    initial,
    refused === undefined,
  );
  return (
    <FormDialog<Seen, readonly Deed[]>
      title={t('finding.checklist.find')}
      intro={text === null ? undefined : <p className="dialog-intro">{text}</p>}
      initial={initial}
      write={write}
      onChange={keep}
      onClose={() => void drop().then(onClose)}
    >
      <SeenFields camera={refused === undefined && draft === undefined} />
    </FormDialog>
  );
}

/** Keeps what stands in the dialog on the device until it is noted or given up: a phone may end the page while its camera is open. */
function useKeptDraft(
  about: Pick<FindingDraft, 'visitId' | 'clause' | 'capturedAt'>,
  initial: Partial<Seen>,
  wanted: boolean,
) {
  const { person } = useMe();
  const isOpen = useRef(wanted);
  const keep = ({ photos = [], ...seen }: Partial<Seen>): void => {
    if (!isOpen.current) return;
    const draft = { ...about, seen, photos: photos.map(bareOf) };
    void field
      .openFor(person.id)
      .then(() => field.drafts())
      .then((drafts) => (isOpen.current ? drafts?.keep(draft, photos) : undefined));
  };
  const first = useRef(() => keep(initial));
  useEffect(() => first.current(), []);
  const drop = async (): Promise<void> => {
    isOpen.current = false;
    if (wanted) await (await field.drafts())?.drop(about);
  };
  return { keep, drop };
}

const bareOf = ({ id, name, type, capturedAt }: FieldPhoto): FieldPhoto => ({ id, name, type, capturedAt });

const newOf = (clause: PendingClause | null, t: TFunction): Partial<Seen> => ({
  words: clause === null ? '' : `${t('finding.checklist.unmet')}${colon()}${clause.text}`,
  severity: clause?.redLine === true ? 'serious' : 'ordinary',
  encounter: 'found',
});

function findingOf({ photos = [], ...seen }: Seen, against: PendingClause | FindingDeed | null): FindingDeed {
  const clause = against === null ? null : 'key' in against ? against.key : against.clause;
  return { kind: 'finding', clause, text: against?.text ?? null, seen, photos: photos.map(bareOf) };
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
