import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { App } from 'antd';
import { Problem } from '../api/problem';
import { useProblemWords } from '../shared/problem-words';

interface SealedWrite<Input, Output> {
  run: (input: Input) => Promise<Output>;
  /** Said when it is done. */
  said?: (output: Output) => string;
  /** true: the caller shows the problem itself. */
  quiet?: boolean;
}

/** A write on something sealed: nothing of it stays in the page's caches once its dialog is closed. */
export function useSealedWrite<Input, Output>({
  run,
  said,
  quiet,
}: SealedWrite<Input, Output>): UseMutationResult<Output, Error, Input> {
  const { message } = App.useApp();
  const inWords = useProblemWords();
  return useMutation<Output, Error, Input>({
    gcTime: 0,
    mutationFn: run,
    onSuccess: (output) => {
      if (said !== undefined) message.success(said(output));
    },
    onError: (cause) => {
      const isStale = cause instanceof Problem && cause.stale;
      if (quiet !== true && !isStale) message.error(inWords(cause));
    },
  });
}
