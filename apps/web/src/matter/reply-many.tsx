import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { RepliedMany } from '../api/bulk-types';
import type { MatterSearch } from '../app/search';
import { BulkResult } from '../shared/bulk-result';
import { ManyAct, type ScopeAsked, ScopeField, scopeOf } from './many-act';
import { ManyLinks } from './many-links';
import { ReplyTemplate } from './reply-template';

interface ReplyManyProps {
  search: MatterSearch;
  chosen: string[];
  titleOf: (id: string) => string | undefined;
  onDone: () => void;
}
interface Asked extends ScopeAsked {
  template?: string;
}

/** Answers the askers of the chosen matters, or of all registered ones that meet the filters, each with a letter of their own. */
export function ReplyMany({ search, chosen, titleOf, onDone }: ReplyManyProps) {
  const { t } = useTranslation();
  const [sent, setSent] = useState<RepliedMany | null>(null);
  const initial: Partial<Asked> = { scope: chosen.length > 0 ? 'chosen' : 'filtered' };
  return (
    <>
      <ManyAct<Asked, RepliedMany>
        {...{ title: t('matter.replyMany'), initial, titleOf }}
        intro={<p className="act-consequence">{t('matter.replyManyNote')}</p>}
        send={({ scope, template }, key, dryRun) => {
          const text = template !== undefined && /\S/u.test(template) ? { template } : {};
          return api.post(
            '/matters/replies',
            { ...scopeOf(scope, chosen, search, 'registered'), ...text, dryRun },
            { key },
          );
        }}
        touches={[['matters'], ['matter']]}
        rehearsalOf={({ replied, signatories, sample, skipped }) => ({
          rehearsal: { will: replied, wont: skipped },
          note: t('matter.replyManyLetters', { count: signatories }),
          more: sample === null ? null : <Sample body={sample} />,
        })}
        onDone={(done) => {
          setSent(done);
          onDone();
        }}
      >
        <ScopeField chosen={chosen.length} filtered={t('matter.replyFiltered')} />
        <ReplyTemplate />
      </ManyAct>
      {sent === null ? null : <Sent sent={sent} titleOf={titleOf} onClose={() => setSent(null)} />}
    </>
  );
}

function Sent({ sent, ...rest }: { sent: RepliedMany; titleOf: ReplyManyProps['titleOf']; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <BulkResult
      done={t('matter.repliedMany', { count: sent.replied, letters: sent.signatories })}
      skipped={sent.skipped}
      {...rest}
    >
      <ManyLinks sent={sent.replies} />
    </BulkResult>
  );
}

function Sample({ body }: { body: string }) {
  const { t } = useTranslation();
  return (
    <section aria-label={t('matter.replySample')}>
      <p>
        <b>{t('matter.replySample')}</b>
      </p>
      <p className="report words">{body}</p>
    </section>
  );
}
