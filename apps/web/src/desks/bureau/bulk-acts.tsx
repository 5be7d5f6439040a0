import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BulkPreview, type Rehearsal } from '../../shared/bulk-preview';
import { type BulkAct, type BulkOutcome, useBulk } from './bulk';

interface BulkActs {
  /** Asks the server what would happen, then shows it. */
  start: (bulk: BulkAct) => void;
  pending: boolean;
  /** The preview, while one is open. */
  preview: React.ReactNode;
}

/** Acts on many tasks, each with its preview before it. */
export function useBulkActs(
  titleOf: (id: string) => string | undefined,
  finish: (outcome: BulkOutcome) => void,
): BulkActs {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<{ bulk: BulkAct; rehearsal: Rehearsal }>();
  const { rehearse, act } = useBulk(finish);
  const start = (bulk: BulkAct) => rehearse.mutate(bulk, { onSuccess: (rehearsal) => setAsked({ bulk, rehearsal }) });
  const close = () => setAsked(undefined);
  const preview =
    asked === undefined ? null : (
      <BulkPreview
        title={t(asked.bulk.act === 'dispatch' ? 'bureau.bulkDispatch' : 'bureau.bulkOfficer')}
        rehearsal={asked.rehearsal}
        titleOf={titleOf}
        pending={act.isPending}
        onConfirm={() => act.mutate(asked.bulk, { onSettled: close })}
        onClose={close}
      />
    );
  return { start, pending: rehearse.isPending, preview };
}
