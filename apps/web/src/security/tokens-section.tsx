import { useQuery } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { tokensQuery } from '../api/session';
import type { AccessToken } from '../api/types';
import { useWrite } from '../api/write';
import { nameOf } from '../i18n/names';
import { EmptyBlock } from '../shared/blocks';
import { countyDay, countyTime } from '../shared/county-time';
import { Remote } from '../shared/remote';
import { MadeTokenDialog, TokenDialog } from './token-dialog';
import { comma, inBrackets } from '../i18n/punctuation';

/** Access tokens of my machines: what each may do, until when, and when it was last used. */
export function TokensSection() {
  const { t } = useTranslation();
  const query = useQuery(tokensQuery);
  const [making, make] = useState(false);
  const [made, show] = useState<string | null>(null);
  return (
    <section className="section" aria-labelledby="tokens-title">
      <div className="spread">
        <h2 id="tokens-title">{t('security.tokens')}</h2>
        <Button disabled={query.data === undefined} onClick={() => make(true)}>
          {t('security.tokenMake')}
        </Button>
      </div>
      <p className="soft">{t('security.tokensNote')}</p>
      <Remote query={query} rows={2}>
        {({ tokens }) =>
          tokens.length === 0 ? (
            <EmptyBlock words={t('security.tokensEmpty')} />
          ) : (
            <ul className="plain-list task-lines">
              {tokens.map((token) => (
                <TokenLine key={token.id} token={token} />
              ))}
            </ul>
          )
        }
      </Remote>
      {making ? <TokenDialog acts={query.data?.acts ?? []} onClose={() => make(false)} onMade={show} /> : null}
      {made === null ? null : <MadeTokenDialog token={made} onKept={() => show(null)} />}
    </section>
  );
}

function TokenLine({ token }: { token: AccessToken }) {
  const { t } = useTranslation();
  const revoke = useWrite({
    run: () => api.delete(`/access-tokens/${token.id}`),
    said: () => t('security.tokenRevoked'),
    touches: [tokensQuery.queryKey],
  });
  const used =
    token.lastUsedAt === null ? t('security.neverUsed') : t('security.lastUsed', { at: countyTime(token.lastUsedAt) });
  return (
    <li className="spread security-line">
      <span>
        <b>{token.name}</b> <code className="faint">{token.prefix}…</code>
        {token.state === 'valid' ? null : (
          <span className="soft">{inBrackets(t(`security.tokenState.${token.state}`))}</span>
        )}
        <br />
        <span className="small">
          {token.post} · {token.acts.map((act) => nameOf('permits', act)).join(comma())}
        </span>
        <br />
        <span className="faint small">
          {t('security.tokenUntil', { day: countyDay(token.expiresAt) })} · {used}
        </span>
      </span>
      {token.state === 'valid' ? (
        <Popconfirm
          title={t('security.tokenRevokeAsk')}
          okText={t('security.tokenRevoke')}
          cancelText={t('general.cancel')}
          onConfirm={() => revoke.mutate(undefined)}
        >
          <Button loading={revoke.isPending}>{t('security.tokenRevoke')}</Button>
        </Popconfirm>
      ) : null}
    </li>
  );
}
