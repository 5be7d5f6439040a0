import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { lists } from '../api/lists';
import type { UnitPage } from '../api/types';
import { nameOf } from '../i18n/names';
import { countyDay, countyTime } from '../shared/county-time';
import { Remote } from '../shared/remote';
import { EditUnitDialog, EndUnitDialog, MoveUnitDialog, NewUnitDialog, RenameUnitDialog } from './unit-dialogs';
import { SplitUnitDialog } from './split-dialog';
import { comma } from '../i18n/punctuation';

interface UnitSheetProps {
  id: string;
  manages: boolean;
  /** The unit ended and stands in the tree no more. */
  onGone: () => void;
}

/** One unit: what it is, what may be done with it, what became of it. */
export function UnitSheet({ id, manages, onGone }: UnitSheetProps) {
  const query = useQuery(lists.unit(id));
  return (
    <section className="sheet stack">
      <Remote query={query} rows={8}>
        {(unit) => (
          <>
            <h2>{unit.name}</h2>
            <UnitFacts unit={unit} />
            {manages && unit.to === null ? <UnitActs unit={unit} onGone={onGone} /> : null}
            <UnitHistory unit={unit} />
          </>
        )}
      </Remote>
    </section>
  );
}

function UnitFacts({ unit }: { unit: UnitPage }) {
  const { t } = useTranslation();
  const row = (label: string, value: ReactNode) => (
    <>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </>
  );
  return (
    <dl className="facts">
      {row(t('people.shortName'), unit.shortName)}
      {row(t('people.kind'), nameOf('people.kinds', unit.kind))}
      {unit.parent === null ? null : row(t('people.parent'), unit.parent.shortName)}
      {unit.divisionCode === null ? null : row(t('people.divisionCode'), unit.divisionCode)}
      {row(t('people.since'), countyDay(unit.from))}
      {unit.to === null ? null : row(t('people.until'), countyDay(unit.to))}
      {unit.successor === null ? null : row(t('people.successor'), unit.successor.shortName)}
      {unit.predecessors.length === 0
        ? null
        : row(t('people.predecessors'), unit.predecessors.map(({ shortName }) => shortName).join(comma()))}
      {row(
        t('people.peopleCount'),
        <Link to="/people" search={{ unitId: unit.id }}>
          {unit.people} · {t('people.peopleOf')}
        </Link>,
      )}
    </dl>
  );
}

type Act = 'newBelow' | 'edit' | 'rename' | 'move' | 'split' | 'end';
const acts: readonly Act[] = ['newBelow', 'edit', 'rename', 'move', 'split', 'end'];

function UnitActs({ unit, onGone }: { unit: UnitPage; onGone: () => void }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Act | null>(null);
  const onClose = () => setOpen(null);
  const offered = unit.parent === null ? acts.filter((act) => !['move', 'split', 'end'].includes(act)) : acts;
  return (
    <div className="row wrap">
      {offered.map((act) => (
        <Button key={act} danger={act === 'end'} onClick={() => setOpen(act)}>
          {t(`people.${act}`)}
        </Button>
      ))}
      {open === 'newBelow' ? <NewUnitDialog parentId={unit.id} onClose={onClose} /> : null}
      {open === 'edit' ? <EditUnitDialog unit={unit} onClose={onClose} /> : null}
      {open === 'rename' ? <RenameUnitDialog unit={unit} onClose={onClose} /> : null}
      {open === 'move' ? <MoveUnitDialog unit={unit} onClose={onClose} /> : null}
      {open === 'split' ? <SplitUnitDialog unit={unit} onClose={onClose} /> : null}
      {open === 'end' ? <EndUnitDialog unit={unit} onClose={onClose} onDone={onGone} /> : null}
    </div>
  );
}

function UnitHistory({ unit }: { unit: UnitPage }) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="unit-history">
      <h3 id="unit-history">{t('people.history')}</h3>
      {unit.history.length === 0 ? <p className="soft">{t('people.historyEmpty')}</p> : null}
      <ol className="timeline plain-list">
        {unit.history.map((change) => (
          <li key={change.id}>
            <b>{t(`people.change.${change.kind}`)}</b>
            <span className="soft small">
              {' '}
              {[
                change.formerName === null ? null : t('people.former', { name: change.formerName }),
                change.formerParent === null ? null : t('people.formerParent', { name: change.formerParent.shortName }),
                change.otherUnit === null ? null : t('people.other', { name: change.otherUnit.shortName }),
                change.recordedBy === null ? null : t('people.recorded', { by: change.recordedBy }),
              ]
                .filter((part) => part !== null)
                .join(' · ')}
            </span>
            <time className="faint small" dateTime={change.at}>
              {countyTime(change.at)}
            </time>
          </li>
        ))}
      </ol>
    </section>
  );
}
