import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../api/session';
import { OfficeholderDialog } from './officeholder-dialog';

/** Pages that a step is done on, and the act of the policy that opens each. */
const pages = {
  county: { to: '/county', act: 'county.set', words: 'founding.go.county' },
  administrators: { to: '/accounts', act: 'account.read', words: 'founding.go.administrators' },
  units: { to: '/units', act: 'unit.manage', words: 'founding.go.units' },
  unit_people: { to: '/people', act: 'people.manage', words: 'founding.go.unit_people' },
  basis: { to: '/mandates', act: 'mandate.read', words: 'founding.go.mandates' },
  matter: { to: '/matters/new', act: 'matter.triage', words: 'founding.go.matter' },
  dispatch: { to: '/matters', act: 'matter.register', words: 'founding.go.dispatch' },
} as const;

const isPaged = (step: string): step is keyof typeof pages => step in pages;

/** What this reader can do about a step: a page of theirs, or a name to put forward. Nothing for everybody else. */
export function StepAct({ step, waiting }: { step: string; waiting: boolean }) {
  const { t } = useTranslation();
  const me = useMe();
  if (isPaged(step)) {
    const { to, act, words } = pages[step];
    return me.acts.includes(act) ? (
      <Link className="guide-go" to={to}>
        {t(words)}
      </Link>
    ) : null;
  }
  if (me.acting?.role === 'sysadmin') return <NameSomebody step={step} />;
  return waiting && me.acts.includes('privilege.decide') ? (
    <Link className="guide-go" to="/privileges">
      {t('founding.go.decide')}
    </Link>
  ) : null;
}

function NameSomebody({ step }: { step: string }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button className="guide-go" onClick={() => setOpen(true)}>
        {t('founding.go.enter')}
      </Button>
      {open ? (
        <OfficeholderDialog
          roles={step === 'principals' ? ['principal'] : ['bureau_head', 'bureau_officer', 'bureau_clerk']}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}
