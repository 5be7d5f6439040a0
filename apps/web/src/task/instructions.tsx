import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { useMe } from '../api/session';
import type { InstructionView } from '../api/types';
import { useWrite } from '../api/write';
import { nameOf } from '../i18n/names';
import { countyTime } from '../shared/county-time';
import { GiveInstruction } from './give-instruction';
import { comma } from '../i18n/punctuation';

interface InstructionsProps {
  subjectType: 'task' | 'matter';
  subjectId: string;
  instructions: InstructionView[];
  /** Whether this person may put words on the record. */
  mayGive: boolean;
}
/** A leader's words on a record, every edition kept; leaders may add theirs. */
export function Instructions({ subjectType, subjectId, instructions, mayGive }: InstructionsProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  if (instructions.length === 0 && !mayGive) return null;
  return (
    <section className="sheet instructions">
      <div className="spread">
        <h2>{t('task.instructions')}</h2>
        {mayGive ? <Button onClick={() => setOpen(true)}>{t('task.giveInstruction')}</Button> : null}
      </div>
      {instructions.length === 0 ? <p className="faint">{t('task.noInstructions')}</p> : null}
      {instructions.map((one) => (
        <InstructionLine key={one.id} instruction={one} />
      ))}
      {open ? <GiveInstruction subjectType={subjectType} subjectId={subjectId} onClose={() => setOpen(false)} /> : null}
    </section>
  );
}

function InstructionLine({ instruction: one }: { instruction: InstructionView }) {
  const { t } = useTranslation();
  const me = useMe().person.id;
  const mayDisown = one.disownedAt === null && one.givenBy.id === me && one.enteredBy.id !== me;
  const disown = useWrite({
    run: (_: void, key) => api.post(`/instructions/${one.id}/disown`, {}, { key }),
    touches: [['task'], ['matter'], ['tray']],
  });
  return (
    <blockquote className="instruction" data-disowned={one.disownedAt !== null}>
      <p className="words">{one.words}</p>
      <footer className="small">
        {one.givenBy.name} · {nameOf('words.instructionKind', one.kind)} · {countyTime(one.givenAt)}
        {one.edition > 1 ? ` · ${t('task.instructionEdition', { n: one.edition })}` : ''}
        {one.enteredBy.id === one.givenBy.id ? '' : ` · ${t('task.enteredFor', { name: one.enteredBy.name })}`}
        {one.disownedAt === null ? '' : ` · ${t('task.disowned')}`}
        {one.units.length === 0
          ? ''
          : ` · ${t('duty.allowed', { units: one.units.map(({ shortName }) => shortName).join(comma()) })}`}
        {one.reportEvery === null
          ? ''
          : ` · ${t('task.routine.ordered', { every: nameOf('task.routine.every', one.reportEvery) })}`}
        {mayDisown ? (
          <Button size="small" type="link" loading={disown.isPending} onClick={() => disown.mutate()}>
            {t('words.act.instruction.disown')}
          </Button>
        ) : null}
      </footer>
    </blockquote>
  );
}
