import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { useMe } from '../api/session';
import { z } from '../api/shape';
import type { NoticeView } from '../api/types';
import { useWrite } from '../api/write';
import { clockBlanks } from '../clock/clock-words';
import { sentenceOf } from '../i18n/names';
import { countyTime } from '../shared/county-time';
import { When } from '../shared/due';

interface LineProps {
  notice: NoticeView;
  onRead: () => void;
}

/** One notice; where everybody must acknowledge, how far they have. */
export function NoticeLine({ notice, onRead }: LineProps) {
  const { t } = useTranslation();
  const { number, count, assignments, unitName } = z.record(notice.facts);
  const words = sentenceOf('words.notice', notice.kind, {
    title: z.text(unitName) || (notice.title ?? '') || t('task.untitled'),
    count: Number(count ?? assignments ?? 0),
    ...clockBlanks(notice.facts),
  });
  return (
    <li data-unread={notice.readAt === null}>
      <span>
        {notice.urgency === 'order' ? <b className="notice-new">{t('notify.order')}</b> : null}
        {notice.readAt === null ? <b className="notice-new">{t('account.unread')}</b> : null}
        <NoticeLink notice={notice} words={words} onRead={onRead} />
        {z.text(number) === '' ? null : <span className="faint small">　{z.text(number)}</span>}
      </span>
      <span className="faint small">
        <When at={notice.createdAt} />
      </span>
      {notice.acknowledgement === null ? null : <Acknowledgement id={notice.id} of={notice.acknowledgement} />}
    </li>
  );
}

type Acknowledged = NonNullable<NoticeView['acknowledgement']>;

function Acknowledgement({ id, of }: { id: string; of: Acknowledged }) {
  const { t } = useTranslation();
  const write = useWrite({
    run: (_: undefined, key) => api.post<void>(`/notices/${id}/acknowledge`, {}, { key }),
    said: () => t('notify.acknowledged'),
    touches: [['notices'], ['calls']],
  });
  return (
    <span className="spread notice-whole">
      <span className="faint small">
        {t('notify.acknowledgedOf', { acknowledged: of.acknowledged, asked: of.asked, at: countyTime(of.dueAt) })}
      </span>
      {of.mine ? (
        <Button type="primary" loading={write.isPending} onClick={() => write.mutate(undefined)}>
          {t('notify.acknowledge')}
        </Button>
      ) : null}
    </span>
  );
}

function NoticeLink({ notice, words, onRead }: { notice: NoticeView; words: string; onRead: () => void }) {
  if (notice.taskId !== null)
    return (
      <Link to="/tasks/$id" params={{ id: notice.taskId }} onClick={onRead}>
        {words}
      </Link>
    );
  if (notice.matterId !== null)
    return (
      <Link to="/matters/$id" params={{ id: notice.matterId }} onClick={onRead}>
        {words}
      </Link>
    );
  const { conclusionId, reviewId } = z.record(notice.facts);
  if (z.text(reviewId) !== '')
    return (
      <Link to="/reviews/$id" params={{ id: z.text(reviewId) }} onClick={onRead}>
        {words}
      </Link>
    );
  if (z.text(conclusionId) !== '')
    return (
      <Link to="/conclusions/$id" params={{ id: z.text(conclusionId) }} onClick={onRead}>
        {words}
      </Link>
    );
  return <DeskLink kind={notice.kind} words={words} onRead={onRead} />;
}

/** Of what has no page of its own: to the desk where it waits. */
function DeskLink({ kind, words, onRead }: { kind: string; words: string; onRead: () => void }) {
  const { acts } = useMe();
  if (kind.startsWith('dispute.'))
    return (
      <Link to="/requests" onClick={onRead}>
        {words}
      </Link>
    );
  if (kind.startsWith('inspection.') && kind !== 'inspection.announced')
    return (
      // from another post the way leads over the home page, which offers that of the inspection
      <Link to={acts.includes('visit.make') ? '/visits' : '/'} onClick={onRead}>
        {words}
      </Link>
    );
  return <span>{words}</span>;
}
