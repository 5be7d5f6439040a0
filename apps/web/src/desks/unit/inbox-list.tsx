import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AssignmentView, Box } from '../../api/types';
import { BulkPreview, type Rehearsal } from '../../shared/bulk-preview';
import { InboxRow } from './inbox-row';
import { useSignMany } from './sign-many';

/** The assignments of a box; in "to sign" they can be signed together. */
export function InboxList({ box, items }: { box: Box; items: AssignmentView[] }) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const signable =
    box === 'to_sign' ? items.filter((item) => item.actions.includes('sign')).map((item) => item.id) : [];
  const toggle = (id: string) =>
    setChosen((before) => (before.has(id) ? without(before, id) : new Set([...before, id])));
  const picked = signable.filter((id) => chosen.has(id));
  return (
    <>
      {signable.length < 2 ? null : (
        <SignBar
          signable={signable}
          picked={picked}
          choose={(ids) => setChosen(new Set(ids))}
          titleOf={(id) => items.find((item) => item.id === id)?.task.title}
        />
      )}
      <ul className="plain-list inbox">
        {items.map((item) => (
          <InboxRow
            key={item.id}
            assignment={item}
            chosen={signable.length < 2 || !item.actions.includes('sign') ? undefined : chosen.has(item.id)}
            onChoose={() => toggle(item.id)}
          />
        ))}
      </ul>
    </>
  );
}

function without(set: ReadonlySet<string>, id: string): Set<string> {
  return new Set([...set].filter((other) => other !== id));
}

interface SignBarProps {
  signable: string[];
  picked: string[];
  choose: (ids: string[]) => void;
  titleOf: (id: string) => string | undefined;
}

function SignBar({ signable, picked, choose, titleOf }: SignBarProps) {
  const { t } = useTranslation();
  const { rehearse, sign } = useSignMany();
  const [asked, setAsked] = useState<{ ids: string[]; rehearsal: Rehearsal }>();
  const all = picked.length === signable.length;
  const title = t('unit.signMany', { count: picked.length });
  const close = () => setAsked(undefined);
  return (
    <div className="sign-bar">
      <Checkbox checked={all} indeterminate={picked.length > 0 && !all} onChange={() => choose(all ? [] : signable)}>
        {t('general.selectAll')}
      </Checkbox>
      <Button
        type="primary"
        disabled={picked.length === 0}
        loading={rehearse.isPending}
        onClick={() => rehearse.mutate(picked, { onSuccess: (rehearsal) => setAsked({ ids: picked, rehearsal }) })}
      >
        {title}
      </Button>
      {asked === undefined ? null : (
        <BulkPreview
          title={title}
          rehearsal={asked.rehearsal}
          titleOf={titleOf}
          pending={sign.isPending}
          onConfirm={() => sign.mutate(asked.ids, { onSuccess: () => choose([]), onSettled: close })}
          onClose={close}
        />
      )}
    </div>
  );
}
