import { useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query';
import { App } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { uuidv7 } from 'uuidv7';
import { useProblemWords } from '../shared/problem-words';
import { markOld } from './freshness';
import { Problem } from './problem';

interface WriteOptions<Input, Output> {
  /** Does the write; `key` stays the same while an attempt is repeated after a lost connection. */
  run: (input: Input, key: string) => Promise<Output>;
  /** Said when it is done. */
  said?: (output: Output) => string | undefined;
  /** Query keys that are old once it is done; a refused stale write refreshes them too. */
  touches: QueryKey[];
  /** true: the caller shows the problem itself (a form that places field errors). */
  quiet?: boolean;
}

/** A write with the manners every write needs: idempotency key, success words, refreshed pages, refusals said aloud. */
export function useWrite<Input, Output>(options: WriteOptions<Input, Output>) {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const { t } = useTranslation();
  const inWords = useProblemWords();
  const key = useRef<string | null>(null);
  const refresh = () => Promise.all(options.touches.map((queryKey) => markOld(queries, queryKey)));
  return useMutation<Output, Error, Input>({
    mutationFn: (input) => options.run(input, (key.current ??= uuidv7())),
    // Not waiting for the pages: what the caller does next must happen before a page takes the caller's button away.
    onSuccess: (output) => {
      key.current = null;
      const words = options.said?.(output);
      if (words !== undefined) message.success(words);
      void refresh();
    },
    onError: async (cause) => {
      const lost = cause instanceof Problem && cause.status === 0;
      if (!lost) key.current = null;
      const stale = cause instanceof Problem && cause.stale;
      if (stale) await refresh();
      if (stale) message.warning(t('general.stale'));
      else if (options.quiet !== true) message.error(inWords(cause));
    },
  });
}
