import { useQuery } from '@tanstack/react-query';
import { App } from 'antd';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { Problem } from '../api/problem';
import type { SealedBrief, SealedPlan } from '../api/sealed-types';
import type { Page } from '../api/types';

/** After so many minutes without a hand on keyboard, mouse or screen the passphrase is forgotten. */
export const idleMinutes = 5;

/** An opened sealed plan and what may be done with it. Passphrase and plan live in the memory of the page and nowhere else. */
export interface OpenSealed {
  readonly id: string;
  readonly plan: SealedPlan;
  /** A step that answers the plan: it is shown. @param version  what was seen, where that is newer than the page */
  readonly act: (step: string, body?: object, version?: number) => Promise<SealedPlan>;
  /** A step that answers something else. */
  readonly ask: <T>(step: string, body?: object) => Promise<T>;
  /** Shows what others did meanwhile. */
  readonly again: () => Promise<SealedPlan>;
  readonly lock: () => void;
  readonly choose: (passphrase: string) => void;
}

/** Holds one sealed plan open for as long as the page is shown and somebody is at it. */
export function useSealed(id: string): { opened: OpenSealed | null; unlock: (passphrase: string) => Promise<void> } {
  const { ask, keep } = useAsk(id);
  const [plan, show] = useState<SealedPlan | null>(null);
  const lock = useCallback(() => {
    keep('');
    show(null);
  }, [keep]);
  useEffect(() => lock, [lock]);
  useIdle(lock, plan !== null);
  const again = useCallback(async () => {
    const found = await ask<SealedPlan>('open');
    show(found);
    return found;
  }, [ask]);
  const unlock = async (said: string): Promise<void> => {
    keep(said);
    await again().catch((cause: unknown) => {
      lock();
      throw cause;
    });
  };
  const onStale = useStaleWords();
  const act = async (step: string, body: object = {}, version = plan?.version): Promise<SealedPlan> => {
    const found = await ask<SealedPlan>(step, body, version).catch((cause: unknown) => onStale(cause, again));
    show(found);
    return found;
  };
  useNews(id, plan, again);
  return { opened: plan && { id, plan, act, ask, again, lock, choose: keep }, unlock };
}

type Ask = <T>(step: string, body?: object, version?: number) => Promise<T>;

/** Every step carries the passphrase in its body; it is kept in the memory of the page and nowhere else. */
function useAsk(id: string): { ask: Ask; keep: (passphrase: string) => void } {
  const kept = useRef('');
  const keep = useCallback((passphrase: string): void => {
    kept.current = passphrase;
  }, []);
  const ask = useCallback(
    <T>(step: string, body: object = {}, version?: number): Promise<T> =>
      api.post<T>(`/sealed-inspections/${id}/${step}`, { passphrase: kept.current, ...body }, { version }),
    [id],
  );
  return { ask, keep };
}

/** Somebody else was faster: what they did is shown, with a word; the cause goes on. */
function useStaleWords(): (cause: unknown, again: () => Promise<SealedPlan>) => Promise<never> {
  const { message } = App.useApp();
  const { t } = useTranslation();
  return async (cause, again) => {
    if (cause instanceof Problem && cause.stale) {
      await again();
      message.warning(t('sealed.stale'));
    }
    throw cause;
  };
}

/** Locks when nobody touched the page for a while. */
function useIdle(lock: () => void, isOpen: boolean): void {
  useEffect(() => {
    if (!isOpen) return undefined;
    let timer = window.setTimeout(lock, idleMinutes * 60_000);
    const touched = (): void => {
      window.clearTimeout(timer);
      timer = window.setTimeout(lock, idleMinutes * 60_000);
    };
    const signs = ['pointerdown', 'keydown', 'wheel'] as const;
    for (const sign of signs) window.addEventListener(sign, touched, { passive: true });
    window.addEventListener('pagehide', lock);
    return () => {
      window.clearTimeout(timer);
      for (const sign of signs) window.removeEventListener(sign, touched);
      window.removeEventListener('pagehide', lock);
    };
  }, [lock, isOpen]);
}

/** While a release may be asked for, looks at what needs no passphrase and opens again once something changed there. */
function useNews(id: string, plan: SealedPlan | null, again: () => Promise<unknown>): void {
  const isWaiting = plan !== null && plan.inspection.state === 'sealed';
  const { data } = useQuery({
    queryKey: ['sealed-plans', 'news', id],
    queryFn: () => api.get<Page<SealedBrief>>('/sealed-inspections', { limit: 200 }),
    enabled: isWaiting,
    refetchInterval: 5_000,
  });
  const seen = useRef<string | null>(null);
  const one = data?.items.find((item) => item.id === id);
  const now = one ? `${one.askedUntil ?? ''}|${one.releasedAt ?? ''}` : null;
  useEffect(() => {
    const isNews = seen.current !== null && now !== null && seen.current !== now;
    if (now !== null) seen.current = now;
    if (isNews && isWaiting) void again().catch(() => undefined);
  }, [now, isWaiting, again]);
}
