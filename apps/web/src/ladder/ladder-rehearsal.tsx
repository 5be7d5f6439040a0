import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { lists, reference } from '../api/lists';
import type { LadderRehearsal as Rehearsed, SlipLevels } from '../api/types';
import { nameOf } from '../i18n/names';
import { serverNow } from '../shared/clock';
import { countyTime } from '../shared/county-time';
import { DuePicker, PersonPicker, UnitPicker } from '../shared/pickers';
import { SlipMark } from '../slip/slip-mark';
import { bodyOf, type LadderDraft } from './ladder-draft';
import { useLadderProblems } from './ladder-problems';

/** So far ahead the sample task is due when nobody says otherwise. */
const sampleDays = 30;

/** What the ladder in the form would send to whom and when of a sample task; read anew as it is changed. */
export function LadderRehearsal({ draft }: { draft: LadderDraft }) {
  const { t } = useTranslation();
  const [unitId, setUnit] = useSampleUnit();
  const [leadLeaderId, setLeader] = useState<string>();
  const [dueAt, setDue] = useState<string | null | undefined>(sampleDue);
  const { title, titleZh, ...text } = bodyOf(draft);
  const ladder = { ...text, title: title || '—', titleZh: titleZh || '—', effectiveAt: undefined };
  const asked = useDeferredValue(JSON.stringify({ ladder, dueAt, unitId, leadLeaderId }));
  const query = useQuery(rehearsalOf(asked, dueAt != null));
  const problems = useLadderProblems();
  return (
    <section className="sheet" aria-label={t('ladder.rehearsal')} aria-live="polite">
      <h2>{t('ladder.rehearsal')}</h2>
      <p className="soft small">{t('ladder.rehearsalNote')}</p>
      <div className="ladder-sample">
        <Labelled label={t('ladder.sampleDue')} id="sample-due">
          <DuePicker id="sample-due" value={dueAt} onChange={setDue} />
        </Labelled>
        <Labelled label={t('ladder.sampleUnit')} id="sample-unit">
          <UnitPicker id="sample-unit" value={unitId} onChange={setUnit} />
        </Labelled>
        <Labelled label={t('ladder.sampleLeader')} id="sample-leader">
          <PersonPicker role="county_leader" id="sample-leader" value={leadLeaderId} onChange={setLeader} />
        </Labelled>
      </div>
      {query.error === null ? null : (
        <div role="alert">
          <p className="late">{t('ladder.wrongStill')}</p>
          <ul>
            {problems(query.error).map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </div>
      )}
      {query.error !== null || query.data === undefined ? null : <Lines rungs={query.data.rungs} />}
    </section>
  );
}

/** The chosen unit, else the first that leads anything: without one every post of a unit would seem to be held by nobody. */
function useSampleUnit() {
  const [chosen, choose] = useState<string>();
  const { data } = useQuery(reference.units());
  return [chosen ?? data?.items.find(({ leads }) => leads)?.id, choose] as const;
}

function Labelled({ label, id, children }: { label: string; id: string; children: React.ReactNode }) {
  return (
    <div>
      <label htmlFor={id} className="small">
        {label}
      </label>
      {children}
    </div>
  );
}

const rehearsalOf = (asked: string, enabled: boolean) =>
  queryOptions({
    queryKey: ['ladder-rehearsal', asked],
    queryFn: () => {
      const body: unknown = JSON.parse(asked);
      return api.post<Rehearsed>('/ladders/rehearsal', body);
    },
    placeholderData: keepPreviousData,
    enabled,
    retry: false,
  });

/** The end of that day in the county. */
function sampleDue(): string {
  const day = new Date(serverNow() + sampleDays * 86_400_000).toISOString().slice(0, 10);
  return `${day}T15:59:59.999Z`;
}

function Lines({ rungs }: { rungs: Rehearsed['rungs'] }) {
  const { data } = useQuery(lists.slipLevels());
  return (
    <ol className="timeline plain-list">
      {rungs.map((rung) => (
        <Line key={`${rung.rung} ${rung.at}`} rung={rung} levels={data?.levels ?? []} />
      ))}
    </ol>
  );
}

function Line({ rung, levels }: { rung: Rehearsed['rungs'][number]; levels: SlipLevels['levels'] }) {
  const { t } = useTranslation();
  const { at, action, level, units, people, vacant, silentChannels } = rung;
  const slip = levels.find((one) => one.level === level);
  const comma = t('general.comma');
  const hearers = [...units.map(({ name }) => t('clock.liaisonOf', { unit: name })), ...people.map(({ name }) => name)];
  return (
    <li>
      <time dateTime={at}>{countyTime(at)}</time>
      {slip === undefined ? <b>{t(`ladder.actionName.${action}`)}</b> : <SlipMark slip={slip} />}
      <p>
        {t('clock.to')}
        {t('general.colon')}
        {hearers.length === 0 ? t('ladder.nobody') : hearers.join(comma)}
      </p>
      {vacant.length === 0 ? null : (
        <p className="vacant">
          <span aria-hidden="true">⚠ </span>
          {t('ladder.vacant', { posts: vacant.map((post) => nameOf('clock.post', post)).join(comma) })}
        </p>
      )}
      {silentChannels.length === 0 ? null : (
        <p className="vacant">
          <span aria-hidden="true">⚠ </span>
          {t('ladder.silent', {
            channels: silentChannels.map((kind) => nameOf('ladder.channelName', kind)).join(comma),
          })}
        </p>
      )}
    </li>
  );
}
