import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nameOf } from '../../i18n/names';
import { ActDialog } from './act-dialog';
import type { ActSpec, ActSubject } from './act-spec';
import { useAct } from './use-act';

interface ActButtonProps {
  spec: ActSpec;
  subject: ActSubject;
  /** How loud the button is: `next` is the one thing to do now. */
  weight?: 'next' | 'plain' | 'quiet';
  size?: 'small' | 'large';
  onDone?: (answer: unknown) => void;
}

/** A button for one act: a single tap where the act asks nothing, its dialog otherwise. */
export function ActButton({ spec, subject, weight = 'plain', size, onDone }: ActButtonProps) {
  const [open, setOpen] = useState(false);
  const act = useAct(spec, subject);
  const name = nameOf(`words.act.${subject.kind}`, spec.act);
  const press = () => (spec.instant === true ? act.mutate({}, { onSuccess: onDone }) : setOpen(true));
  return (
    <>
      <Button
        size={size}
        type={weight === 'next' ? 'primary' : weight === 'quiet' ? 'text' : 'default'}
        loading={act.isPending}
        onClick={press}
      >
        {name}
      </Button>
      {open ? <ActDialog spec={spec} subject={subject} onClose={() => setOpen(false)} onDone={onDone} /> : null}
    </>
  );
}

/** The remaining acts behind one "more" button. */
export function MoreActs({ specs, subject }: { specs: ActSpec[]; subject: ActSubject }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<ActSpec | null>(null);
  if (specs.length === 0) return null;
  const items = specs.map((spec) => ({
    key: spec.act,
    danger: spec.grave === true,
    label: nameOf(`words.act.${subject.kind}`, spec.act),
    onClick: () => setChosen(spec),
  }));
  return (
    <>
      <Dropdown menu={{ items }} trigger={['click']}>
        <Button>{t('general.moreActs')}</Button>
      </Dropdown>
      {chosen === null ? null : <ActDialog spec={chosen} subject={subject} onClose={() => setChosen(null)} />}
    </>
  );
}
