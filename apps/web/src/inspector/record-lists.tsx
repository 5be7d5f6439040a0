import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { Competence, Declaration, InspectorRecord } from '../api/inspector-types';
import { useWrite } from '../api/write';
import { countyDay } from '../shared/county-time';
import { EndDeclarationDialog } from './declare-dialog';

/** Trainings and acknowledgements of secrecy, newest first; `keeps`: the reader may end a training. */
export function Competences({ record, keeps }: { record: InspectorRecord; keeps: boolean }) {
  const { t } = useTranslation();
  if (record.competences.length === 0) return <p className="soft">{t('inspector.noTraining')}</p>;
  return (
    <ul className="plain-list task-lines">
      {record.competences.map((one) => (
        <CompetenceLine key={one.id} competence={one} keeps={keeps} />
      ))}
    </ul>
  );
}

function CompetenceLine({ competence, keeps }: { competence: Competence; keeps: boolean }) {
  const { t } = useTranslation();
  const { id, kind, fromOn, toOn, recordedBy, recordedAt, endedAt, holds, endable } = competence;
  const end = useWrite({
    run: (_: undefined, key: string) => api.post<null>(`/competences/${id}/end`, {}, { key }),
    said: () => t('inspector.trainingEnded'),
    touches: [['inspectors']],
  });
  const state =
    endedAt === null ? (holds ? null : t('inspector.notNow')) : t('inspector.endedOn', { day: countyDay(endedAt) });
  return (
    <li className="spread security-line">
      <span>
        <b>{t(`inspector.kind.${kind}`)}</b> {t('inspector.days', { from: fromOn, to: toOn })}
        {state === null ? null : <span className="soft"> · {state}</span>}
        <br />
        <span className="faint small">{t('inspector.recorded', { name: recordedBy, day: countyDay(recordedAt) })}</span>
      </span>
      {keeps && endable ? (
        <Popconfirm
          title={t('inspector.endTrainingAsk')}
          okText={t('inspector.endTraining')}
          cancelText={t('general.cancel')}
          onConfirm={() => end.mutate(undefined)}
        >
          <Button loading={end.isPending}>{t('inspector.endTraining')}</Button>
        </Popconfirm>
      ) : null}
    </li>
  );
}

/** Declared recusals, newest first; `keeps`: the reader may end those of others. */
export function Declarations({ record, keeps }: { record: InspectorRecord; keeps: boolean }) {
  const { t } = useTranslation();
  const [ending, end] = useState<Declaration | null>(null);
  if (record.declarations.length === 0) return <p className="soft">{t('inspector.noDeclaration')}</p>;
  return (
    <ul className="plain-list task-lines">
      {record.declarations.map((one) => (
        <li key={one.id} className="spread security-line">
          <DeclarationWords declaration={one} />
          {keeps && one.endable ? <Button onClick={() => end(one)}>{t('inspector.endDeclaration')}</Button> : null}
        </li>
      ))}
      {ending === null ? null : <EndDeclarationDialog declaration={ending} onClose={() => end(null)} />}
    </ul>
  );
}

function DeclarationWords({ declaration }: { declaration: Declaration }) {
  const { t } = useTranslation();
  const { unit, ground, declaredBy, declaredAt, endedAt, endedBy, endReason } = declaration;
  return (
    <span>
      <b>{unit.shortName}</b> {t(`inspector.grounds.${ground}`)}
      {endedAt === null ? null : <span className="soft"> · {t('inspector.endedOn', { day: countyDay(endedAt) })}</span>}
      <br />
      <span className="faint small">{t('inspector.declaredOn', { name: declaredBy, day: countyDay(declaredAt) })}</span>
      {endReason === null ? null : (
        <span className="faint small"> · {t('inspector.endedWhy', { name: endedBy ?? '', reason: endReason })}</span>
      )}
    </span>
  );
}
