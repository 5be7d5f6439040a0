import { Link } from '@tanstack/react-router';
import { Alert, App, Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../api/session';
import { RecordDialog } from '../finding/record-dialog';
import { EmptyBlock } from '../shared/blocks';
import { countyTime } from '../shared/county-time';
import { PageHead } from '../shared/page-head';
import { field } from './field';
import type { FieldItem } from './field-item';
import { inOrder } from './outbox-rules';
import { PhotoTile } from './photo-field';
import { useRefusalWords } from './refusal-words';
import { useField } from './use-field';

/** Everything that waits on this device: what was refused first with its reason, to be mended or discarded by a person. */
export function UnsentPage() {
  const { t } = useTranslation();
  const { items, way, lasting } = useField();
  const refused = items.filter(({ refusal }) => refusal !== null);
  const waiting = items.filter(({ refusal }) => refusal === null);
  return (
    <>
      <PageHead
        title={t('field.title')}
        sub={t('field.note')}
        acts={
          <Link to="/visits">
            <Button>{t('field.back')}</Button>
          </Link>
        }
      />
      {lasting ? null : <Alert type="warning" showIcon title={t('field.notLasting')} />}
      {items.length === 0 ? <EmptyBlock words={t('field.empty')} /> : null}
      {waiting.length === 0 ? null : (
        <p className="spread next-line">
          <span role="status">{t(`field.way.${way}`)}</span>
          <Button onClick={() => void field.flush()}>{t('field.sendNow')}</Button>
        </p>
      )}
      <ul className="plain-list cards">
        {[...inOrder(refused), ...inOrder(waiting)].map((item) => (
          <UnsentCard key={item.id} item={item} held={isHeld(item, refused)} />
        ))}
      </ul>
    </>
  );
}

const isHeld = ({ visitId, refusal }: FieldItem, refused: readonly FieldItem[]): boolean =>
  refusal === null && refused.some((one) => one.visitId === visitId && one.deed.kind === 'arrive');

function UnsentCard({ item, held }: { item: FieldItem; held: boolean }) {
  const { t } = useTranslation();
  const inWords = useRefusalWords();
  const { where, deed, refusal, capturedAt } = item;
  const photos = deed.kind === 'finding' ? deed.photos : [];
  return (
    <li className="card">
      <span className="spread">
        <b>
          {t(`field.kind.${deed.kind}`)} · {where}
        </b>
        <b className={refusal === null ? 'soft' : 'grave'}>
          {refusal === null ? t(held ? 'field.behind' : 'field.waits') : null}
        </b>
      </span>
      <What deed={deed} />
      <span className="soft small">
        {t('field.captured', { at: countyTime(capturedAt) })}
        {photos.length === 0 ? null : ` · ${t('field.photos', { count: photos.length })}`}
      </span>
      {photos.length === 0 ? null : (
        <ul className="photo-strip">
          {photos.map((photo) => (
            <PhotoTile key={photo.id} photo={photo} />
          ))}
        </ul>
      )}
      {refusal === null ? null : (
        <>
          <Alert type="error" showIcon title={inWords(refusal)} />
          <RefusedActs item={item} />
        </>
      )}
    </li>
  );
}

function What({ deed }: { deed: FieldItem['deed'] }) {
  const { t } = useTranslation();
  if (deed.kind === 'finding') return <p className="words">{deed.seen.words}</p>;
  if (deed.kind === 'end') return <p>{t(`field.outcome.${deed.outcome}`)}</p>;
  if (deed.kind !== 'answer') return null;
  const { found, text } = deed;
  const said = typeof found === 'number' ? String(found) : t(`finding.checklist.${found ? 'met' : 'unmet'}`);
  return (
    <p className="words">
      {text}
      {t('general.colon')}
      {said}
    </p>
  );
}

/** What only a person decides about a refused thing. */
function RefusedActs({ item }: { item: FieldItem }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { person } = useMe();
  const [mending, mend] = useState(false);
  const { id, visitId, deed } = item;
  const outbox = () => field.openFor(person.id);
  const discard = async () => {
    await (await outbox()).discard(id);
    message.success(t('field.discarded'));
  };
  return (
    <span className="unsent-acts">
      {deed.kind === 'finding' ? <Button onClick={() => mend(true)}>{t('field.mend')}</Button> : null}
      {deed.kind === 'answer' ? (
        <Link to="/visits/$id" params={{ id: visitId }}>
          <Button>{t('field.answerAgain')}</Button>
        </Link>
      ) : null}
      <Button onClick={() => void outbox().then((one) => one.retry(id))}>{t('field.retry')}</Button>
      <Popconfirm title={t('field.discardNote')} okText={t('field.discard')} onConfirm={() => void discard()}>
        <Button danger>{t('field.discard')}</Button>
      </Popconfirm>
      {mending && deed.kind === 'finding' ? (
        <RecordDialog
          visitId={visitId}
          where={item.where}
          clause={null}
          refused={{ id, capturedAt: item.capturedAt, deed }}
          onClose={() => mend(false)}
        />
      ) : null}
    </span>
  );
}
