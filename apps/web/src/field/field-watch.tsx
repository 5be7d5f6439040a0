import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { markOld } from '../api/freshness';
import { useMe } from '../api/session';
import { field } from './field';
import { goAhead } from './go-ahead';
import { useRefusalWords } from './refusal-words';
import { useField } from './use-field';

const everyMs = 300_000;

/** Keeps the device ready for the way without signal, and sends what waits as soon as there is a way. Shows nothing. */
export function FieldWatch() {
  const me = useMe();
  const goesOut = me.acts.includes('visit.make');
  useQuery({
    queryKey: ['visits', 'ahead', me.person.id],
    queryFn: ({ signal }) => goAhead(me, signal),
    enabled: goesOut,
    refetchInterval: everyMs,
    retry: false,
  });
  useEffect(() => {
    // whoever goes out no more keeps nothing
    if (!goesOut) void field.wipeWhenDone();
  }, [goesOut]);
  useSending();
  useRefusals();
  return null;
}

/** Every moment at which there may be a way: signal is back, the page is looked at again, somebody came in. */
function useSending(): void {
  const queries = useQueryClient();
  useEffect(() => {
    const send = () => void field.flush();
    const look = () => document.visibilityState === 'visible' && send();
    send();
    window.addEventListener('online', send);
    document.addEventListener('visibilitychange', look);
    const stop = field.onSent(({ visitId }) => {
      for (const key of [['checklists', visitId], ['visits'], ['findings']]) void markOld(queries, key);
    });
    return () => {
      stop();
      window.removeEventListener('online', send);
      document.removeEventListener('visibilitychange', look);
    };
  }, [queries]);
}

/** Says aloud, once, that something was refused; it then stands among what waits. */
function useRefusals(): void {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const inWords = useRefusalWords();
  const { items } = useField();
  const told = useRef(new Set<string>());
  useEffect(() => {
    for (const { id, refusal, where } of items) {
      if (refusal === null) told.current.delete(id);
      else if (!told.current.has(id)) {
        told.current.add(id);
        message.error(`${where}${t('general.colon')}${inWords(refusal)}`);
      }
    }
  }, [items, inWords, message, t]);
}
