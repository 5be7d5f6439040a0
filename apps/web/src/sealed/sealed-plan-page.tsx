import { useInfiniteQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { lists } from '../api/lists';
import { Remote } from '../shared/remote';
import { SealedBand } from './sealed-band';
import { SealedDesk } from './sealed-desk';
import { SealedGate } from './sealed-gate';
import { useSealed } from './use-sealed';

/** One sealed plan: closed until its reader says their passphrase, closed again when they leave. */
export function SealedPlanPage() {
  const { id } = useParams({ from: '/inside/sealed/$id' });
  return <One key={id} id={id} />;
}

function One({ id }: { id: string }) {
  const { opened, unlock } = useSealed(id);
  const query = useInfiniteQuery(lists.sealedPlans());
  if (opened !== null)
    return (
      <SealedBand onLock={opened.lock}>
        <SealedDesk opened={opened} />
      </SealedBand>
    );
  return (
    <SealedBand>
      <Remote query={query}>
        {({ pages }) => {
          const brief = pages.flatMap(({ items }) => items).find((one) => one.id === id);
          return <SealedGate id={id} joined={brief?.joined ?? true} unlock={unlock} />;
        }}
      </Remote>
    </SealedBand>
  );
}
