import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useParams } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { lists } from '../api/lists';
import { useMe } from '../api/session';
import type { Standard, StandardVersion } from '../api/types';
import { useWrite } from '../api/write';
import { EmptyBlock } from '../shared/blocks';
import { PageHead } from '../shared/page-head';
import { Remote } from '../shared/remote';
import { ClauseList } from './clause-list';
import { DraftDialog } from './draft-dialog';
import { Flips } from './flips';

/** One standard, version by version. */
export function StandardPage() {
  const { id } = useParams({ from: '/inside/standards/$id' });
  const query = useQuery(lists.standard(id));
  return <Remote query={query}>{(standard) => <Versions standard={standard} />}</Remote>;
}

function Versions({ standard }: { standard: Standard }) {
  const { t } = useTranslation();
  const { acts } = useMe();
  const { versions } = standard;
  const [chosen, choose] = useState<number>();
  const [drafting, draft] = useState(false);
  const version =
    versions.find(({ number }) => number === chosen) ?? versions.find(({ inForce }) => inForce) ?? versions[0];
  return (
    <>
      <PageHead
        title={standard.name}
        sub={standard.code}
        acts={
          acts.includes('standard.draft') ? (
            <Button type={standard.hasDraft ? 'default' : 'primary'} onClick={() => draft(true)}>
              {t(standard.hasDraft ? 'standard.editDraft' : 'standard.draft')}
            </Button>
          ) : undefined
        }
      />
      {version === undefined ? (
        <EmptyBlock words={t('standard.noVersion')} />
      ) : (
        <>
          <VersionChoice versions={versions} chosen={version.number} choose={choose} />
          <VersionFacts standard={standard} version={version} />
          <ClauseList clauses={version.clauses} />
          {acts.includes('standard.result') ? <Flips standardId={standard.id} number={version.number} /> : null}
        </>
      )}
      {drafting ? <DraftDialog standard={standard} onClose={() => draft(false)} /> : null}
    </>
  );
}

interface ChoiceProps {
  versions: StandardVersion[];
  chosen: number;
  choose: (number: number) => void;
}

function VersionChoice({ versions, chosen, choose }: ChoiceProps) {
  const { t } = useTranslation();
  return (
    <search className="filters">
      <Select
        className="wide"
        value={chosen}
        aria-label={t('standard.version')}
        options={versions.map((one) => ({ value: one.number, label: nameOfVersion(one, t) }))}
        onChange={choose}
      />
    </search>
  );
}

type Translate = TFunction;

const nameOfVersion = ({ number, effectiveFrom, inForce, state }: StandardVersion, t: Translate): string =>
  `${t('standard.versionOf', { number, day: effectiveFrom })} · ${inForce ? t('standard.inForce') : t(`standard.state.${state}`)}`;

function VersionFacts({ standard, version }: { standard: Standard; version: StandardVersion }) {
  const { t } = useTranslation();
  const { passMark, clauses, draftedBy, publishedBy } = version;
  const highest = clauses.reduce((sum, { points }) => sum + points, 0);
  const facts: [string, string][] = [
    [t('standard.effectiveFrom'), version.effectiveFrom],
    [t('standard.passMark'), `${passMark} / ${highest}`],
    [t('standard.draftedBy'), draftedBy],
    ...(publishedBy === null ? [] : ([[t('standard.publishedBy'), publishedBy]] satisfies [string, string][])),
  ];
  return (
    <>
      <dl className="facts sheet">
        {facts.map(([label, value]) => (
          <div key={label} className="row">
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <DraftActs standard={standard} version={version} />
    </>
  );
}

function DraftActs({ standard: { id, version: seen }, version }: { standard: Standard; version: StandardVersion }) {
  const { t } = useTranslation();
  const write = useWrite({
    run: (act: 'publish' | 'discard', key: string) =>
      api.post<Standard>(`/standards/${id}/${act}`, {}, { key, version: seen }),
    said: ({ hasDraft }) => (hasDraft ? undefined : t('standard.done')),
    touches: [['standards']],
  });
  if (version.state !== 'drafted') return null;
  return (
    <div className="row">
      {version.actions.includes('publish') ? (
        <Button type="primary" loading={write.isPending} onClick={() => write.mutate('publish')}>
          {t('standard.publish')}
        </Button>
      ) : (
        <span className="soft">{t('standard.otherPublishes')}</span>
      )}
      {version.actions.includes('discard') ? (
        <Button loading={write.isPending} onClick={() => write.mutate('discard')}>
          {t('standard.discard')}
        </Button>
      ) : null}
    </div>
  );
}
