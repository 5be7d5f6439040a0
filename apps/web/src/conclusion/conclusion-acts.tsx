import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../api/session';
import type { Conclusion } from '../api/types';
import { ConclusionDialog, type ConclusionAct } from './conclusion-dialogs';
import { ProposeDialog } from '../outcome/outcome-dialogs';
import { DraftDialog } from './draft-dialog';

const dialogs: readonly ConclusionAct[] = ['send', 'state', 'issue', 'receive', 'leave', 'apply'];

/** What the reader may do with a conclusion. */
export function ConclusionActs({ conclusion }: { conclusion: Conclusion }) {
  const { t } = useTranslation();
  const { acts } = useMe();
  const [open, setOpen] = useState<ConclusionAct | 'edit' | 'outcome' | null>(null);
  const close = () => setOpen(null);
  const { actions, reviewId, inspection, state } = conclusion;
  const signed = state === 'issued' || state === 'served' || state === 'final';
  return (
    <>
      {reviewId === null || !acts.includes('review.read') ? null : (
        <Link to="/reviews/$id" params={{ id: reviewId }}>
          <Button>{t('conclusion.act.review')}</Button>
        </Link>
      )}
      {signed && acts.includes('outcome_proposal.make') ? (
        <Button onClick={() => setOpen('outcome')}>{t('outcome.act.propose')}</Button>
      ) : null}
      {actions.includes('edit') ? <Button onClick={() => setOpen('edit')}>{t('conclusion.act.edit')}</Button> : null}
      {dialogs
        .filter((act) => actions.includes(act))
        .map((act) => (
          <Button key={act} type={act === 'leave' ? 'default' : 'primary'} onClick={() => setOpen(act)}>
            {t(`conclusion.act.${act}`)}
          </Button>
        ))}
      {open === 'edit' ? <DraftDialog inspectionId={inspection.id} conclusion={conclusion} onClose={close} /> : null}
      {open === 'outcome' ? <ProposeDialog conclusion={conclusion} onClose={close} /> : null}
      {open === null || open === 'edit' || open === 'outcome' ? null : (
        <ConclusionDialog act={open} conclusion={conclusion} onClose={close} />
      )}
    </>
  );
}
