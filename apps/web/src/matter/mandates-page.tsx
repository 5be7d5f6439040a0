import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { lists } from '../api/lists';
import { useMe } from '../api/session';
import type { MandateView } from '../api/types';
import { useWrite } from '../api/write';
import { countyDay, countyTime } from '../shared/county-time';
import { PageHead } from '../shared/page-head';
import { RemotePages } from '../shared/remote';
import { NewMandateDialog } from './new-mandate-dialog';
import { semicolon } from '../i18n/punctuation';

/** Standing mandates: proposed, approved once, then many matters are registered in one act. */
export function MandatesPage() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const query = useInfiniteQuery(lists.mandates());
  const mayPropose = useMe().acts.includes('mandate.propose');
  return (
    <>
      <PageHead
        title={t('matter.mandates')}
        sub={t('matter.mandatesNote')}
        acts={
          mayPropose ? (
            <Button type="primary" onClick={() => setOpen(true)}>
              {t('matter.newMandate')}
            </Button>
          ) : undefined
        }
      />
      <RemotePages query={query} empty={t('matter.mandatesEmpty')}>
        {(items) => (
          <ul className="plain-list mandates">
            {items.map((mandate) => (
              <Mandate key={mandate.id} mandate={mandate} />
            ))}
          </ul>
        )}
      </RemotePages>
      {open ? <NewMandateDialog onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function Mandate({ mandate }: { mandate: MandateView }) {
  const { t } = useTranslation();
  const { approvedBy, approvedAt, proposedBy, proposedAt } = mandate;
  return (
    <li className="sheet">
      <div className="spread">
        <h2>
          {t(`words.matterKind.${mandate.sourceKind}`)} · {mandate.categoryPrefix || t('matter.mandatePrefixAll')}
        </h2>
        <b>{t(`matter.standing.${mandate.standing}`)}</b>
      </div>
      <p>
        {t('matter.mandatePeriod')}
        {t('general.colon')}
        {countyDay(mandate.from)} — {countyDay(mandate.to)}
      </p>
      <p className="words soft">{mandate.reason}</p>
      <div className="spread">
        <p className="faint small">
          {t('matter.mandateBy', { name: proposedBy.name, at: countyTime(proposedAt) })}
          {approvedBy === null || approvedAt === null
            ? ''
            : `${semicolon()}${t('matter.mandateApproved', { name: approvedBy.name, at: countyTime(approvedAt) })}`}
        </p>
        <MandateActs mandate={mandate} />
      </div>
    </li>
  );
}

function MandateActs({ mandate }: { mandate: MandateView }) {
  const { t } = useTranslation();
  const write = useWrite({
    run: (act: 'approve' | 'revoke', key) =>
      api.post(`/mandates/${mandate.id}/${act}`, {}, { version: mandate.version, key }),
    said: () => t('general.done'),
    touches: [['mandates'], ['tray']],
  });
  const acts = (['approve', 'revoke'] as const).filter((act) => mandate.actions.includes(act));
  return (
    <span className="row">
      {acts.map((act) => (
        <Button
          key={act}
          type={act === 'approve' ? 'primary' : 'default'}
          danger={act === 'revoke'}
          loading={write.isPending}
          onClick={() => write.mutate(act)}
        >
          {t(`matter.${act}`)}
        </Button>
      ))}
    </span>
  );
}
