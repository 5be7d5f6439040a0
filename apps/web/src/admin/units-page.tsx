import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Input, Tree } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { reference } from '../api/lists';
import { useMe } from '../api/session';
import type { UnitView } from '../api/types';
import { EmptyBlock } from '../shared/blocks';
import { usePhone } from '../shared/grid/use-phone';
import { PageHead } from '../shared/page-head';
import { Remote } from '../shared/remote';
import { RosterMenu } from './roster-menu';
import { UnitSheet } from './unit-sheet';
import { NewUnitDialog } from './unit-dialogs';

/** The tree of units on one side, the chosen unit with its history on the other; on a phone one after the other. */
export function UnitsPage() {
  const { t } = useTranslation();
  const { id } = useSearch({ from: '/inside/units' });
  const navigate = useNavigate();
  const phone = usePhone();
  const me = useMe();
  const [creating, create] = useState(false);
  const query = useQuery(reference.units());
  const choose = (chosen: string | undefined) => void navigate({ to: '/units', search: { id: chosen } });
  const manages = me.acts.includes('unit.manage');
  const acts = <UnitActs onCreate={manages ? () => create(true) : undefined} />;
  return (
    <>
      <PageHead title={t('people.units')} sub={t('people.unitsNote')} acts={acts} />
      <div className="two-sides">
        {phone && id !== undefined ? (
          <Button onClick={() => choose(undefined)}>{t('people.back')}</Button>
        ) : (
          <section className="sheet" aria-label={t('people.units')}>
            <Remote query={query} rows={12}>
              {({ items }) => <UnitTree units={items} chosen={id} onChoose={choose} />}
            </Remote>
          </section>
        )}
        {id === undefined ? (
          phone ? null : (
            <section className="sheet">
              <EmptyBlock words={t('people.choose')} />
            </section>
          )
        ) : (
          <UnitSheet key={id} id={id} manages={manages} onGone={() => choose(undefined)} />
        )}
      </div>
      {creating ? <NewUnitDialog onClose={() => create(false)} onDone={choose} /> : null}
    </>
  );
}

function UnitActs({ onCreate }: { onCreate: (() => void) | undefined }) {
  const { t } = useTranslation();
  return (
    <>
      <RosterMenu kind="units" />
      {onCreate ? <Button onClick={onCreate}>{t('people.newUnit')}</Button> : null}
    </>
  );
}

interface Node {
  key: string;
  title: string;
  children: Node[];
}

/** Units under their parents; a unit whose parent is not among them stands at the top. */
function treeOf(units: readonly UnitView[]): Node[] {
  const nodes = new Map(units.map(({ id, name }): [string, Node] => [id, { key: id, title: name, children: [] }]));
  const top: Node[] = [];
  for (const { id, parentId } of units) {
    const node = nodes.get(id);
    if (node) (nodes.get(parentId ?? '')?.children ?? top).push(node);
  }
  return top;
}

interface UnitTreeProps {
  units: readonly UnitView[];
  chosen: string | undefined;
  onChoose: (id: string) => void;
}

function UnitTree({ units, chosen, onChoose }: UnitTreeProps) {
  const { t } = useTranslation();
  const [q, look] = useState('');
  const found = useMemo(
    () => (q === '' ? units : units.filter(({ name, shortName }) => name.includes(q) || shortName.includes(q))),
    [units, q],
  );
  const nodes = useMemo(() => treeOf(found), [found]);
  return (
    <>
      <Input.Search
        allowClear
        maxLength={50}
        placeholder={t('people.searchUnits')}
        aria-label={t('people.searchUnits')}
        onChange={(event) => look(event.target.value.trim())}
      />
      {nodes.length === 0 ? (
        <EmptyBlock words={t('people.unitsEmpty')} />
      ) : (
        <Tree<Node>
          key={q}
          className="unit-tree"
          aria-label={t('people.tree')}
          blockNode
          treeData={nodes}
          defaultExpandedKeys={nodes.map(({ key }) => key)}
          selectedKeys={chosen === undefined ? [] : [chosen]}
          onSelect={(_, { node }) => onChoose(node.key)}
        />
      )}
    </>
  );
}
