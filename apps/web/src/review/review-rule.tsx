import { useQuery } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { lists } from '../api/lists';
import { useMe } from '../api/session';
import type { ReviewRule } from '../api/types';
import { useWrite } from '../api/write';

/** Whether rectification waits while a review lasts: shown to everybody, changed by the head of the bureau. */
export function ReviewRuleLine() {
  const { t } = useTranslation();
  const { acts } = useMe();
  const { data } = useQuery(lists.reviewRule());
  const write = useWrite({
    run: (rectificationWaits: boolean) => api.put<ReviewRule>('/review-rule', { rectificationWaits }),
    said: () => t('review.rule.said'),
    touches: [['reviews'], ['conclusions']],
  });
  if (data === undefined) return null;
  const { rectificationWaits: waits } = data;
  const other = waits ? 'review.rule.goOn' : 'review.rule.wait';
  return (
    <p className="spread sheet next-line">
      <span>
        <b>{t(`conclusion.waits.${waits}`)}</b> <span className="soft small">{t('review.rule.note')}</span>
      </span>
      {acts.includes('review.rule') ? (
        <Popconfirm title={t('review.rule.ask')} onConfirm={() => write.mutate(!waits)}>
          <Button loading={write.isPending}>{t(other)}</Button>
        </Popconfirm>
      ) : null}
    </p>
  );
}
