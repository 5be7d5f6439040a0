import { Alert, Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FindingDraft } from '../field/drafts';
import { field } from '../field/field';
import { countyTime } from '../shared/county-time';

/** What an earlier page of this device left half-written at a visit. */
export function useDrafts(visitId: string): { drafts: readonly FindingDraft[]; again: () => void } {
  const [drafts, show] = useState<readonly FindingDraft[]>([]);
  const [reading, read] = useState(0);
  useEffect(() => {
    let isShown = true;
    void field
      .drafts()
      .then((kept) => kept?.of(visitId))
      .then((found = []) => (isShown ? show(found) : undefined));
    return () => {
      isShown = false;
    };
  }, [visitId, reading]);
  return { drafts, again: () => read((times) => times + 1) };
}

interface HalfWrittenProps {
  drafts: readonly FindingDraft[];
  onGoOn: (clause: string | null) => void;
  onDrop: () => void;
}

/** Offers to go on with half-written findings, or to give them up. */
export function HalfWritten({ drafts, onGoOn, onDrop }: HalfWrittenProps) {
  const { t } = useTranslation();
  const drop = async (draft: FindingDraft): Promise<void> => {
    await (await field.drafts())?.drop(draft);
    onDrop();
  };
  return drafts.map((draft) => (
    <Alert
      key={draft.clause ?? ''}
      type="warning"
      className="half-written"
      title={t('field.halfWritten', { at: countyTime(draft.capturedAt), words: draft.seen.words ?? '' })}
      description={
        <span className="unsent-acts">
          <Button type="primary" onClick={() => onGoOn(draft.clause)}>
            {t('field.goOn')}
          </Button>
          <Button onClick={() => void drop(draft)}>{t('field.discard')}</Button>
        </span>
      }
    />
  ));
}
