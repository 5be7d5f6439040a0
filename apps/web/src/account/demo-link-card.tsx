import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { LinkPreview, Me } from '../api/types';
import { LoadingBlock, ProblemBlock } from '../shared/blocks';
import { useEntering } from './entering';

/** A one-time link asks for one click, so that a preview of the page cannot burn it. */
export function DemoLinkCard({ token }: { token: string }) {
  const { t } = useTranslation();
  const enter = useEntering();
  const holder = useQuery({
    queryKey: ['sign-in-link', token],
    queryFn: () => api.post<LinkPreview>('/sign-in-links/preview', { token }),
    retry: false,
  });
  const use = useMutation({ mutationFn: () => api.post<Me>('/sign-in-links/use', { token }), onSuccess: enter });
  if (holder.isPending) return <LoadingBlock rows={2} />;
  if (holder.error !== null || use.error !== null) return <GoneLink cause={holder.error ?? use.error} />;
  return (
    <div className="stack">
      <h2>
        {holder.data.person}
        <span className="soft small">　{postLine(holder.data)}</span>
      </h2>
      <Button type="primary" size="large" block autoFocus loading={use.isPending} onClick={() => use.mutate()}>
        {t('shell.enterAs', { name: holder.data.person })}
      </Button>
      <p className="small faint">{t('shell.demoLinkNote')}</p>
    </div>
  );
}

function GoneLink({ cause }: { cause: unknown }) {
  const { t } = useTranslation();
  return (
    <div className="stack">
      <ProblemBlock cause={cause} />
      <p className="small">{t('shell.linkGone')}</p>
      <Link to="/sign-in">{t('shell.goSignIn')}</Link>
    </div>
  );
}

function postLine({ unit, title }: LinkPreview): string {
  return title.startsWith(unit) ? title : `${unit} ${title}`;
}
