import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Checkbox, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRequired } from '../admin/unit-fields';
import { api } from '../api/client';
import { lists } from '../api/lists';
import type { Conclusion, FindingBrief } from '../api/types';
import { useWrite } from '../api/write';
import { FormDialog } from '../shared/form-dialog';
import { RemotePages } from '../shared/remote';
import { AnyUnitField } from '../admin/unit-fields';
import { inBrackets } from '../i18n/punctuation';

interface DraftProps {
  inspectionId: string;
  /** The draft to edit; a new one when absent. */
  conclusion?: Conclusion;
  onClose: () => void;
}
interface Drafted {
  unitId?: string;
  words: string;
  findingIds?: string[];
  cleared?: boolean;
}

/** The conclusion about one object, built of its findings. */
export function DraftDialog({ inspectionId, conclusion, onClose }: DraftProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const write = useWrite({
    run: ({ findingIds = [], ...said }: Drafted, key: string) =>
      conclusion === undefined
        ? api.post<Conclusion>(`/inspections/${inspectionId}/conclusions`, { ...said, findingIds }, { key })
        : api.put<Conclusion>(`/conclusions/${conclusion.id}`, { ...said, findingIds }, conclusion.version),
    said: () => t(conclusion === undefined ? 'conclusion.said.draft' : 'conclusion.said.edit'),
    touches: [['conclusions']],
    quiet: true,
  });
  const initial = conclusion && {
    words: conclusion.words,
    cleared: conclusion.cleared,
    findingIds: conclusion.bound.map(({ findingId }) => findingId),
  };
  return (
    <FormDialog<Drafted, Conclusion>
      title={t(conclusion === undefined ? 'conclusion.act.draft' : 'conclusion.act.edit')}
      initial={initial}
      write={write}
      onClose={onClose}
      onDone={({ id }) => void navigate({ to: '/conclusions/$id', params: { id } })}
    >
      <DraftFields inspectionId={inspectionId} unit={conclusion?.unit} />
    </FormDialog>
  );
}

function DraftFields({ inspectionId, unit }: { inspectionId: string; unit: Conclusion['unit'] | undefined }) {
  const { t } = useTranslation();
  const required = useRequired();
  const chosen = Form.useWatch<string | undefined>('unitId') ?? unit?.id;
  return (
    <>
      {unit === undefined ? (
        <AnyUnitField name="unitId" label={t('conclusion.object')} />
      ) : (
        <Form.Item label={t('conclusion.object')}>
          <Select value={unit.id} disabled options={[{ value: unit.id, label: unit.shortName }]} />
        </Form.Item>
      )}
      {chosen === undefined ? null : <FindingChoice inspectionId={inspectionId} unitId={chosen} />}
      <Form.Item name="words" label={t('conclusion.words')} rules={required(t('conclusion.words'))}>
        <Input.TextArea autoSize={{ minRows: 4, maxRows: 16 }} maxLength={20000} />
      </Form.Item>
      <Form.Item name="cleared" valuePropName="checked">
        <Checkbox>{t('conclusion.clearedField')}</Checkbox>
      </Form.Item>
    </>
  );
}

const gone: readonly FindingBrief['standing'][] = ['merged', 'dismissed', 'revoked', 'handed_over'];

function FindingChoice({ inspectionId, unitId }: { inspectionId: string; unitId: string }) {
  const { t } = useTranslation();
  const findings = useInfiniteQuery(lists.findings({ inspectionId, unitId }, 200));
  return (
    <RemotePages query={findings} empty={t('conclusion.noFindings')} rows={3}>
      {(items) => (
        <Form.Item name="findingIds" label={t('conclusion.choose')} extra={t('conclusion.chooseNote')}>
          <Checkbox.Group
            className="choice-list"
            options={items
              .filter(({ standing }) => !gone.includes(standing))
              .map(({ id, words, site, standing }) => ({
                value: id,
                label: `${site === null ? '' : `${site.name} `}${words}${inBrackets(t(`finding.standing.${standing}`))}`,
              }))}
          />
        </Form.Item>
      )}
    </RemotePages>
  );
}
