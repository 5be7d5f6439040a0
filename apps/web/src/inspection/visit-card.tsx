import { Link } from '@tanstack/react-router';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { Visit } from '../api/types';
import { useWrite } from '../api/write';
import { countyTime } from '../shared/county-time';
import { DrawDialog } from './draw-list';

const outcomes = ['found', 'absent', 'refused', 'moved'] as const;
const grounds = ['home', 'kin', 'interest'] as const;

/** One visit with its buttons, large enough for a thumb. */
export function VisitCard({ visit }: { visit: Visit }) {
  const { t } = useTranslation();
  const { site, unit, state, group, arrivedAt, finishedAt, passedOn } = visit;
  const name = site === null ? unit.shortName : site.kind === 'household' ? `${site.code} ${site.name}` : site.name;
  const where = [site?.village ?? null, site === null ? null : unit.shortName, group.name].filter(
    (one) => one !== null,
  );
  const at = finishedAt ?? arrivedAt;
  return (
    <li className="card">
      <span className="spread">
        <Link className="underlined" to="/visits/$id" params={{ id: visit.id }}>
          <b>{name}</b>
        </Link>
        <b className="soft">{t(`inspection.visit.${state}`)}</b>
      </span>
      <span className="soft small">
        {where.join(' · ')}
        {at === null ? null : ` · ${countyTime(at)}`}
      </span>
      {passedOn ? <span className="small">{t('inspection.wasPassedOn')}</span> : null}
      {visit.actions.length === 0 ? null : <VisitActs visit={visit} linked />}
    </li>
  );
}

interface Step {
  act: 'arrive' | 'end' | 'discovered' | 'pass-on';
  body?: object;
}

const saidOf = {
  arrive: 'inspection.arrived',
  end: 'inspection.ended',
  discovered: 'inspection.noticedSaid',
  'pass-on': 'inspection.passedOn',
} as const;

interface ActsProps {
  visit: Visit;
  /** Whether the way to the checklist stands among the buttons. */
  linked?: boolean;
}

/** What may be done with a visit now. */
export function VisitActs({ visit, linked = false }: ActsProps) {
  const { t } = useTranslation();
  const [drawing, draw] = useState(false);
  const { id, version, actions, site, inspection } = visit;
  const write = useWrite({
    run: ({ act, body = {} }: Step, key: string) =>
      api.post<Visit>(`/visits/${id}/${act}`, body, { key, version }).then(() => act),
    said: (act) => t(saidOf[act]),
    touches: [['visits'], ['inspections'], ['checklists']],
  });
  return (
    <div className="visit-acts" role="group" aria-label={site?.name ?? visit.unit.shortName}>
      {actions.includes('arrive') ? (
        <Button type="primary" size="large" loading={write.isPending} onClick={() => write.mutate({ act: 'arrive' })}>
          {t('inspection.arrive')}
        </Button>
      ) : null}
      {linked && visit.state === 'arrived' ? <StartCheck id={id} /> : null}
      {actions.includes('draw') ? (
        <Button size="large" onClick={() => draw(true)}>
          {t('inspection.drawHouseholds')}
        </Button>
      ) : null}
      {actions.includes('end') ? (
        <Ends
          busy={write.isPending}
          mayMove={site !== null && site.kind !== 'village'}
          onPick={(outcome) => write.mutate({ act: 'end', body: { outcome } })}
        />
      ) : null}
      {actions.includes('discovered') ? <Noticed busy={write.isPending} does={write.mutate} /> : null}
      {actions.includes('pass_on') ? (
        <PassOn busy={write.isPending} onPick={(ground) => write.mutate({ act: 'pass-on', body: { ground } })} />
      ) : null}
      {drawing && site !== null ? (
        <DrawDialog inspectionId={inspection.id} siteId={site.id} onClose={() => draw(false)} />
      ) : null}
    </div>
  );
}

function StartCheck({ id }: { id: string }) {
  const { t } = useTranslation();
  return (
    <Link to="/visits/$id" params={{ id }}>
      <Button type="primary" size="large">
        {t('inspection.startCheck')}
      </Button>
    </Link>
  );
}

function Noticed({ busy, does }: { busy: boolean; does: (step: Step) => void }) {
  const { t } = useTranslation();
  return (
    <Button size="large" disabled={busy} onClick={() => does({ act: 'discovered' })}>
      {t('inspection.noticed')}
    </Button>
  );
}

interface EndsProps {
  busy: boolean;
  mayMove: boolean;
  onPick: (outcome: (typeof outcomes)[number]) => void;
}

function Ends({ busy, mayMove, onPick }: EndsProps) {
  const { t } = useTranslation();
  return outcomes
    .filter((outcome) => outcome !== 'moved' || mayMove)
    .map((outcome) => (
      <Button key={outcome} size="large" disabled={busy} onClick={() => onPick(outcome)}>
        {t(`inspection.end.${outcome}`)}
      </Button>
    ));
}

function PassOn({ busy, onPick }: { busy: boolean; onPick: (ground: (typeof grounds)[number]) => void }) {
  const { t } = useTranslation();
  const items = grounds.map((ground) => ({
    key: ground,
    label: t(`inspection.ground.${ground}`),
    onClick: () => onPick(ground),
  }));
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <Button size="large" disabled={busy} title={t('inspection.passOnNote')}>
        {t('inspection.passOn')}
      </Button>
    </Dropdown>
  );
}
