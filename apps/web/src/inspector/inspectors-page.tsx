import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Alert, Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Inspector } from '../api/inspector-types';
import { lists } from '../api/lists';
import { useMe } from '../api/session';
import { type InspectorSearch, inspectorStandings } from '../app/search';
import { PageHead } from '../shared/page-head';
import { RemotePages } from '../shared/remote';
import { InspectorMarks } from './inspector-marks';
import { TrainDialog } from './train-dialog';

/** Who may be sent out: trained until when, fit to lead, secrecy acknowledged, and from what they must stay away. */
export function InspectorsPage() {
  const { t } = useTranslation();
  const search = useSearch({ from: '/inside/inspectors' });
  const [training, train] = useState<Inspector[] | null>(null);
  const query = useInfiniteQuery(lists.inspectorList({ ...search, standing: standingOf(search) }));
  return (
    <>
      <PageHead
        title={t('inspector.title')}
        sub={t('inspector.note')}
        acts={
          <Button type="primary" onClick={() => train([])}>
            {t('inspector.train')}
          </Button>
        }
      />
      {search.ids === undefined ? <Filters search={search} /> : <Named />}
      <RemotePages query={query} empty={t('inspector.empty')} rows={8}>
        {(people) => (
          <ul className="plain-list task-lines">
            {people.map((one) => (
              <InspectorLine key={one.id} inspector={one} onTrain={() => train([one])} />
            ))}
          </ul>
        )}
      </RemotePages>
      {training === null ? null : <TrainDialog people={training} onClose={() => train(null)} />}
    </>
  );
}

/** Whoever is looked for by name is found among everybody; else those who have to do with inspections are shown. */
function standingOf({ q, ids, standing }: InspectorSearch): 'known' | 'fit' | 'lacking' | undefined {
  if (standing === 'all') return undefined;
  return standing ?? (q === undefined && ids === undefined ? 'known' : undefined);
}

/** Came here from a refused release: only those who keep it back are shown. */
function Named() {
  const { t } = useTranslation();
  return (
    <Alert
      type="warning"
      showIcon
      className="dialog-problem"
      title={t('inspector.named')}
      description={t('inspector.namedNote')}
      action={
        <Link to="/inspectors">
          <Button size="small">{t('inspector.all')}</Button>
        </Link>
      }
    />
  );
}

function Filters({ search }: { search: InspectorSearch }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const look = (changed: InspectorSearch) => void navigate({ to: '/inspectors', search: { ...search, ...changed } });
  return (
    <search className="filters">
      <Input.Search
        className="wide"
        allowClear
        maxLength={60}
        defaultValue={search.q}
        placeholder={t('inspector.search')}
        aria-label={t('inspector.search')}
        onSearch={(value) => look({ q: value.trim() || undefined })}
      />
      <Select
        className="wide"
        allowClear
        value={search.standing}
        placeholder={t('inspector.everybody')}
        aria-label={t('inspector.standingFilter')}
        options={inspectorStandings.map((value) => ({ value, label: t(`inspector.standing.${value}`) }))}
        onChange={(standing?: InspectorSearch['standing']) => look({ standing })}
      />
    </search>
  );
}

function InspectorLine({ inspector, onTrain }: { inspector: Inspector; onTrain: () => void }) {
  const { t } = useTranslation();
  const me = useMe();
  const { id, name, unit } = inspector;
  return (
    <li className="spread security-line">
      <span>
        <Link className="underlined" to="/inspectors/$id" params={{ id }}>
          <b>{name}</b>
        </Link>{' '}
        <span className="soft small">{unit}</span>
        <br />
        <InspectorMarks inspector={inspector} />
      </span>
      {/* nobody records their own training */}
      {id === me.person.id ? null : (
        <Button aria-label={t('inspector.trainOne', { name })} onClick={onTrain}>
          {t('inspector.train')}
        </Button>
      )}
    </li>
  );
}
