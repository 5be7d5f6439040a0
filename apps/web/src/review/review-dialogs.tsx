import { useQuery } from '@tanstack/react-query';
import { Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRequired } from '../admin/unit-fields';
import { api } from '../api/client';
import { reviewVerdicts } from '../api/codes';
import { lists } from '../api/lists';
import type { Review } from '../api/types';
import { useWrite } from '../api/write';
import { EmptyBlock } from '../shared/blocks';
import { FormDialog } from '../shared/form-dialog';
import { Remote } from '../shared/remote';
import { inBrackets } from '../i18n/punctuation';

/** Acts on a review. */
export type ReviewAct = 'admit' | 'refuse' | 'withdraw' | 'propose' | 'decide';

interface DialogProps {
  act: ReviewAct;
  review: Review;
  onClose: () => void;
}
interface Said {
  verdict?: Review['verdict'];
  fates?: Record<string, { to?: 'revoke' | 'amend' | 'keep'; words?: string } | undefined>;
  [field: string]: unknown;
}

/** What goes over the wire: changes only where the verdict is to change. */
function bodyOf({ fates, ...said }: Said): object {
  if (said.verdict !== 'change') return said;
  const changes = Object.entries(fates ?? {}).flatMap(([findingId, fate]) =>
    fate?.to === undefined || fate.to === 'keep'
      ? []
      : [{ findingId, to: fate.to, ...(fate.to === 'amend' && { words: fate.words }) }],
  );
  return { ...said, changes };
}

function initialOf({ act, review }: DialogProps): Said {
  if (act !== 'propose' && act !== 'decide') return {};
  const proposed = new Map(review.proposalChanges.map((change) => [change.findingId, change]));
  const fates: Said['fates'] = {};
  for (const { findingId, words } of review.bound) {
    const change = proposed.get(findingId);
    fates[findingId] = { to: change?.to ?? 'keep', words: change?.words ?? words };
  }
  return { verdict: review.proposal ?? 'uphold', fates };
}

/** The dialog of one act. */
export function ReviewDialog(props: DialogProps) {
  const { act, review, onClose } = props;
  const { t } = useTranslation();
  const write = useWrite({
    run: (said: Said, key: string) =>
      api.post<Review>(`/reviews/${review.id}/${act}`, bodyOf(said), { key, version: review.version }),
    said: () => t(`review.said.${act}`),
    touches: [['reviews'], ['conclusions'], ['findings']],
    quiet: true,
  });
  return (
    <FormDialog<Said, Review>
      title={t(`review.act.${act}`)}
      initial={initialOf(props)}
      grave={act === 'refuse' || act === 'withdraw'}
      write={write}
      onClose={onClose}
    >
      <Fields act={act} review={review} />
    </FormDialog>
  );
}

function Fields({ act, review }: Omit<DialogProps, 'onClose'>) {
  const { t } = useTranslation();
  if (act === 'admit') return <Reviewers id={review.id} />;
  if (act === 'refuse') return <Words name="reason" label={t('review.reason')} />;
  if (act === 'withdraw') return <p>{review.grounds}</p>;
  return <OpinionFields review={review} asksSigner={act === 'decide' && review.readerSigned} />;
}

function Words({ name, label }: { name: string; label: string }) {
  const required = useRequired();
  return (
    <Form.Item name={name} label={label} rules={required(label)}>
      <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} maxLength={1000} />
    </Form.Item>
  );
}

function Reviewers({ id }: { id: string }) {
  const { t } = useTranslation();
  const candidates = useQuery(lists.reviewers(id));
  const rules = [{ required: true, message: t('general.required', { what: t('review.reviewer') }) }];
  return (
    <Remote query={candidates} rows={2}>
      {(people) =>
        people.length === 0 ? (
          <EmptyBlock words={t('review.nobody')} />
        ) : (
          <Form.Item name="reviewerId" label={t('review.reviewer')} rules={rules}>
            <Radio.Group
              className="stack"
              options={people.map(({ id: value, name, unitName, tookPart }) => ({
                value,
                disabled: tookPart,
                label: `${name} ${unitName}${tookPart ? inBrackets(t('review.tookPart')) : ''}`,
              }))}
            />
          </Form.Item>
        )
      }
    </Remote>
  );
}

function OpinionFields({ review, asksSigner }: { review: Review; asksSigner: boolean }) {
  const { t } = useTranslation();
  const verdict = Form.useWatch<string | undefined>('verdict');
  return (
    <>
      <Form.Item name="verdict" label={t('review.verdictField')}>
        <Radio.Group options={reviewVerdicts.map((value) => ({ value, label: t(`review.verdict.${value}`) }))} />
      </Form.Item>
      {verdict === 'change' ? <Fates review={review} /> : null}
      <Words name="words" label={t('review.words')} />
      {asksSigner ? (
        <>
          <p className="soft">{t('review.signerNote')}</p>
          <Words name="whySigner" label={t('review.whySigner')} />
        </>
      ) : null}
    </>
  );
}

function Fates({ review }: { review: Review }) {
  const { t } = useTranslation();
  const options = (['keep', 'amend', 'revoke'] as const).map((value) => ({
    value,
    label: t(`review.changes.${value}`),
  }));
  return (
    <>
      <p className="soft">{t('review.changeNote')}</p>
      {review.bound.map(({ findingId, words }) => (
        <div key={findingId}>
          <Form.Item name={['fates', findingId, 'to']} label={words}>
            <Radio.Group options={options} />
          </Form.Item>
          <AmendedWords findingId={findingId} />
        </div>
      ))}
    </>
  );
}

function AmendedWords({ findingId }: { findingId: string }) {
  const { t } = useTranslation();
  const to = Form.useWatch<string | undefined>(['fates', findingId, 'to']);
  if (to !== 'amend') return null;
  return (
    <Form.Item name={['fates', findingId, 'words']} label={t('review.newWords')}>
      <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} />
    </Form.Item>
  );
}
