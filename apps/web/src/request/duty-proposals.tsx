import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { lists } from '../api/lists';
import type { DutyProposal } from '../api/types';
import { useWrite } from '../api/write';

/** What rulings propose for the duty register; nothing while there is none. */
export function DutyProposals() {
  const { t } = useTranslation();
  const { data } = useInfiniteQuery(lists.dutyProposals());
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  if (items.length === 0) return null;
  return (
    <section className="sheet" aria-labelledby="duty-proposals">
      <h2 id="duty-proposals">{t('request.dutyProposals')}</h2>
      <p className="soft small">{t('request.dutyProposalsNote')}</p>
      <ul className="plain-list requests">
        {items.map((one) => (
          <ProposalLine key={one.id} one={one} />
        ))}
      </ul>
    </section>
  );
}

function ProposalLine({ one: { id, version, category, fromUnit, toUnit } }: { one: DutyProposal }) {
  const { t } = useTranslation();
  const write = useWrite({
    run: (decision: 'accept' | 'decline', key) =>
      api.post<unknown>(`/duty-proposals/${id}/${decision}`, {}, { key, version }).then(() => decision),
    said: (decision) => t(decision === 'accept' ? 'request.dutyAccepted' : 'request.dutyDeclined'),
    touches: [['duty-proposals'], ['duties']],
  });
  return (
    <li className="spread">
      <span>{t('request.dutyChange', { category, from: fromUnit.shortName, to: toUnit.shortName })}</span>
      <span className="row">
        <Button type="primary" loading={write.isPending} onClick={() => write.mutate('accept')}>
          {t('request.accept')}
        </Button>
        <Button disabled={write.isPending} onClick={() => write.mutate('decline')}>
          {t('request.decline')}
        </Button>
      </span>
    </li>
  );
}
