import type { QueryKey } from '@tanstack/react-query';
import { Button, Form, Radio } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../api/write';
import type { MatterState } from '../api/types';
import type { MatterSearch } from '../app/search';
import { BulkPreview, type Rehearsal } from '../shared/bulk-preview';
import { FormDialog } from '../shared/form-dialog';

/** Which matters an act on many takes. */
export interface ScopeAsked {
  scope: 'chosen' | 'filtered';
}

/** The matters of a request: those chosen, or all in one state that meet the filters on the screen. */
export const scopeOf = (scope: ScopeAsked['scope'], chosen: string[], search: MatterSearch, state: MatterState) =>
  scope === 'chosen' ? { matterIds: chosen } : { filter: { ...search, state } };

interface ManyActProps<Asked extends object, Done> {
  title: string;
  primary?: boolean;
  intro?: ReactNode;
  initial: Partial<Asked>;
  /** Does it, or only says what it would come to. */
  send: (asked: Asked, key: string, dryRun: boolean) => Promise<Done>;
  touches: QueryKey[];
  /** What the server said would be, for the preview. */
  rehearsalOf: (seen: Done) => { rehearsal: Rehearsal; note?: string; more?: ReactNode };
  titleOf: (id: string) => string | undefined;
  onDone: (done: Done) => void;
  /** The fields of the form. */
  children: ReactNode;
}

/** An act on many matters: what is wanted, then what will happen and what will not, then the act. Back leads to the form as it was. */
export function ManyAct<Asked extends object, Done>(props: ManyActProps<Asked, Done>) {
  const { title, primary, intro, initial, send, touches, rehearsalOf, titleOf, onDone, children } = props;
  const { t } = useTranslation();
  const { step, setStep, opener } = useSteps<Asked, Done>();
  const rehearse = useWrite({
    run: async (asked: Asked, key) => ({ asked, seen: await send(asked, key, true) }),
    touches: [],
    quiet: true,
  });
  const act = useWrite({ run: (asked: Asked, key) => send(asked, key, false), touches });
  const done = (output: Done) => {
    setStep(null);
    onDone(output);
  };
  return (
    <>
      <Button ref={opener} type={primary ? 'primary' : 'default'} onClick={() => setStep({ initial })}>
        {title}
      </Button>
      {step !== null && 'initial' in step ? (
        <FormDialog<Asked, { asked: Asked; seen: Done }>
          {...{ title, intro, initial: step.initial, write: rehearse, children }}
          okText={t('matter.mergeLook')}
          onClose={() => setStep(null)}
          onDone={setStep}
        />
      ) : null}
      {step !== null && 'seen' in step ? (
        <BulkPreview
          {...{ title, titleOf, pending: act.isPending, ...rehearsalOf(step.seen) }}
          cancelText={t('general.back')}
          onConfirm={() => act.mutate(step.asked, { onSuccess: done })}
          onClose={() => setStep({ initial: step.asked })}
        />
      ) : null}
    </>
  );
}

type Step<Asked, Done> = { initial: Partial<Asked> } | { asked: Asked; seen: Done } | null;

/** Where the act stands; once it is over or given up, the button that began it has the focus again. */
function useSteps<Asked, Done>() {
  const [step, setStep] = useState<Step<Asked, Done>>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  const isOpen = step !== null;
  useEffect(() => {
    if (wasOpen.current && !isOpen) opener.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  return { step, setStep, opener };
}

/** Whether the act takes what was chosen or all that the filters find. */
export function ScopeField({ chosen, filtered }: { chosen: number; filtered: string }) {
  const { t } = useTranslation();
  const options = [
    { value: 'chosen', label: t('matter.registerChosen', { count: chosen }), disabled: chosen === 0 },
    { value: 'filtered', label: filtered },
  ];
  return (
    <Form.Item name="scope" label={t('matter.scope')}>
      <Radio.Group className="choices" options={options} />
    </Form.Item>
  );
}
