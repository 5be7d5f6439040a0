import { Link } from '@tanstack/react-router';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { Visit } from '../api/types';
import { useWrite } from '../api/write';
import type { FieldDeed, VisitOutcome } from '../field/field-item';
import { useDeeds, useField, useReady } from '../field/use-field';
import { countyTime } from '../shared/county-time';
import { DrawDialog } from './draw-list';

const outcomes = ['found', 'absent', 'refused', 'moved'] as const;
const grounds = ['home', 'kin', 'interest'] as const;

/** One visit with its buttons, large enough for a thumb. */
export function VisitCard({ visit }: { visit: Visit }) {
  const { t } = useTranslation();
  const { id, site, unit, state, group, passedOn } = visit;
  const { items } = useField();
  const ready = useReady();
  const unsent = items.filter(({ visitId }) => visitId === id).length;
  const name = site === null ? unit.shortName : site.kind === 'household' ? `${site.code} ${site.name}` : site.name;
  const where = [site?.village ?? null, site === null ? null : unit.shortName, group.name].filter(
    (one) => one !== null,
  );
  return (
    <li className="card">
      <span className="spread">
        <Link className="underlined" to="/visits/$id" params={{ id }}>
          <b>{name}</b>
        </Link>
        <b className="soft">{t(`inspection.visit.${state}`)}</b>
      </span>
      <span className="soft small">
        {where.join(' · ')}
        <VisitTimes visit={visit} />
      </span>
      <span className="small finding-marks">
        {ready.has(id) ? <span className="offline-mark">{t('field.ready')}</span> : null}
        {unsent === 0 ? null : <span className="unsent-mark">{t('field.unsent', { count: unsent })}</span>}
      </span>
      {passedOn ? <span className="small">{t('inspection.wasPassedOn')}</span> : null}
      {visit.actions.length === 0 ? null : <VisitActs visit={visit} linked />}
    </li>
  );
}

const lateMs = 300_000;

/** When it was; both times where the county heard of it later than five minutes after. */
function VisitTimes({ visit }: { visit: Visit }) {
  const { t } = useTranslation();
  const { arrivedAt, arrivedCapturedAt, finishedAt, finishedCapturedAt } = visit;
  const received = finishedAt ?? arrivedAt;
  const captured = finishedAt === null ? arrivedCapturedAt : finishedCapturedAt;
  if (received === null) return null;
  if (captured === null || Date.parse(received) - Date.parse(captured) < lateMs) return ` · ${countyTime(received)}`;
  return ` · ${t('field.captureTime', { captured: countyTime(captured), received: countyTime(received) })}`;
}

/** How a place is called where only its name stands. */
export const placeOf = ({ site, unit }: { site: { name: string } | null; unit: { shortName: string } }): string =>
  site === null ? unit.shortName : `${unit.shortName} ${site.name}`;

interface ActsProps {
  visit: Visit;
  /** Whether the way to the checklist stands among the buttons. */
  linked?: boolean;
}

/** What may be done with a visit now. */
export function VisitActs({ visit, linked = false }: ActsProps) {
  const { t } = useTranslation();
  const [drawing, draw] = useState(false);
  const { id, actions, site, inspection } = visit;
  const write = useDeeds<FieldDeed>({ visitId: id, where: placeOf(visit) }, (deed) => [{ deed }]);
  const does = (deed: FieldDeed) => write.mutate(deed);
  return (
    <div className="visit-acts" role="group" aria-label={site?.name ?? visit.unit.shortName}>
      {actions.includes('arrive') ? (
        <Button type="primary" size="large" loading={write.isPending} onClick={() => does({ kind: 'arrive' })}>
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
          onPick={(outcome) => does({ kind: 'end', outcome })}
        />
      ) : null}
      {actions.includes('discovered') ? <Noticed busy={write.isPending} does={does} /> : null}
      {actions.includes('pass_on') ? <PassOn visit={visit} /> : null}
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

function Noticed({ busy, does }: { busy: boolean; does: (deed: FieldDeed) => void }) {
  const { t } = useTranslation();
  return (
    <Button size="large" disabled={busy} onClick={() => does({ kind: 'discovered' })}>
      {t('inspection.noticed')}
    </Button>
  );
}

interface EndsProps {
  busy: boolean;
  mayMove: boolean;
  onPick: (outcome: VisitOutcome) => void;
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

/** Stepping back is decided by the server at once: others have to go on. */
function PassOn({ visit: { id, version } }: { visit: Visit }) {
  const { t } = useTranslation();
  const write = useWrite({
    run: (ground: (typeof grounds)[number], key: string) =>
      api.post<Visit>(`/visits/${id}/pass-on`, { ground }, { key, version }),
    said: () => t('inspection.passedOn'),
    touches: [['visits'], ['inspections'], ['checklists']],
  });
  const items = grounds.map((ground) => ({
    key: ground,
    label: t(`inspection.ground.${ground}`),
    onClick: () => write.mutate(ground),
  }));
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <Button size="large" disabled={write.isPending} title={t('inspection.passOnNote')}>
        {t('inspection.passOn')}
      </Button>
    </Dropdown>
  );
}
