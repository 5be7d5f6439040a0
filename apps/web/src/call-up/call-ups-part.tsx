import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallUpList } from '../api/inspector-types';
import type { OpenSealed } from '../sealed/use-sealed';
import { EmptyBlock, LoadingBlock, ProblemBlock } from '../shared/blocks';
import { countyTime } from '../shared/county-time';
import { CallDialog } from './call-dialog';
import { CalledLine, isSilent } from './called-line';
import { CustodyTable } from './custody-table';
import type { OpenedCalls } from './opened-calls';

/** Who is called up for a sealed plan, read when it is looked at: every reading is recorded. */
export function CallUpsPart({ opened: { ask } }: { opened: OpenSealed }) {
  const [list, show] = useState<CallUpList | null>(null);
  const [cause, fail] = useState<unknown>(null);
  const [reading, read] = useState(0);
  useEffect(() => {
    let isShown = true;
    ask<CallUpList>('call-ups/read').then(
      (found) => (isShown ? show(found) : undefined),
      (refused: unknown) => (isShown ? fail(refused) : undefined),
    );
    return () => {
      isShown = false;
    };
  }, [ask, reading]);
  const again = (): void => {
    fail(null);
    read(reading + 1);
  };
  if (cause !== null) return <ProblemBlock cause={cause} retry={again} />;
  return list === null ? <LoadingBlock rows={4} /> : <People opened={{ list, ask, onList: show, again }} />;
}

function People({ opened }: { opened: OpenedCalls }) {
  const { t } = useTranslation();
  const { orders, people } = opened.list;
  return (
    <>
      <p className="soft small no-print">{t('callUp.listNote')}</p>
      <Head opened={opened} />
      {orders.map(({ id, startsAt, place, lasts, calledBy }) => (
        <p key={id} className="soft small call-up-order">
          {t('callUp.orderLine', { at: countyTime(startsAt), place, lasts, by: calledBy })}
        </p>
      ))}
      {people.length === 0 ? <EmptyBlock words={t('callUp.nobody')} /> : null}
      <ul className="plain-list task-lines no-print">
        {people.map((person) => (
          <CalledLine key={person.id} opened={opened} person={person} />
        ))}
      </ul>
      <CustodyTable people={people} />
    </>
  );
}

/** How many came so far, and calling more. */
function Head({ opened }: { opened: OpenedCalls }) {
  const { t } = useTranslation();
  const [calling, call] = useState(false);
  const wanted = opened.list.people.filter(({ withdrawnAt }) => withdrawnAt === null);
  const counts = {
    called: wanted.length,
    silent: wanted.filter(isSilent).length,
    arrived: wanted.filter(({ arrivedAt }) => arrivedAt !== null).length,
    held: wanted.filter(({ phone }) => phone !== null && phone.returned === null).length,
  };
  return (
    <div className="spread no-print">
      <p className="soft">{t('callUp.counts', counts)}</p>
      <div className="row">
        <Button onClick={opened.again}>{t('callUp.again')}</Button>
        <Button onClick={() => window.print()}>{t('callUp.printCustody')}</Button>
        <Button type="primary" onClick={() => call(true)}>
          {t('callUp.call')}
        </Button>
      </div>
      {calling ? <CallDialog opened={opened} onClose={() => call(false)} /> : null}
    </div>
  );
}
