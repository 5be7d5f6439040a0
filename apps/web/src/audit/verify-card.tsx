import { Alert, App, Button, Progress, Upload } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { Anchor, VerifiedPiece } from '../api/types';
import { useWrite } from '../api/write';
import { nameOf } from '../i18n/names';
import { saveText } from '../shared/save-text';
import { useProblemWords } from '../shared/problem-words';
import { readAnchors, type KnownAnchor } from './anchors';

interface Walk {
  to: number;
  of: number;
  findings: VerifiedPiece['tampering'];
  state: 'going' | 'stopped' | 'ended';
}

/** Walks the whole chain piece by piece; what is wrong is named as soon as it is found. */
function useWalk() {
  const [walk, show] = useState<Walk | null>(null);
  const [fault, fail] = useState<unknown>(null);
  const wanted = useRef(false);
  const start = async (anchors: KnownAnchor[]) => {
    wanted.current = true;
    fail(null);
    let seen: Walk = { to: 0, of: 0, findings: [], state: 'going' };
    show(seen);
    try {
      do {
        const piece = await api.post<VerifiedPiece>('/audit/verify', { after: seen.to, anchors });
        const stuck = piece.to === seen.to;
        const ended = stuck || piece.to >= piece.of;
        seen = { ...piece, findings: [...seen.findings, ...piece.tampering], state: ended ? 'ended' : 'going' };
        show(seen);
      } while (seen.state === 'going' && wanted.current);
      if (seen.state === 'going') show({ ...seen, state: 'stopped' });
    } catch (cause) {
      fail(cause);
      show({ ...seen, state: 'stopped' });
    }
  };
  const stop = () => {
    wanted.current = false;
  };
  return { walk, fault, start, stop };
}

/** Verifying the chain on the screen, with anchors from a file, and exporting a new anchor. */
export function VerifyCard() {
  const { t } = useTranslation();
  const inWords = useProblemWords();
  const { walk, fault, start, stop } = useWalk();
  const [anchors, keep] = useState<KnownAnchor[]>([]);
  const going = walk?.state === 'going';
  return (
    <section className="sheet stack" aria-label={t('audit.verify')}>
      <h2>{t('audit.verify')}</h2>
      <p className="soft small">{t('audit.verifyNote')}</p>
      <div className="row wrap">
        {going ? (
          <Button onClick={stop}>{t('audit.verifyStop')}</Button>
        ) : (
          <Button type="primary" onClick={() => void start(anchors)}>
            {t('audit.verifyStart')}
          </Button>
        )}
        <AnchorFile disabled={going} onRead={keep} />
        <ExportButton />
      </div>
      {anchors.length === 0 ? null : <p className="small">{t('audit.anchorsRead', { count: anchors.length })}</p>}
      <p className="faint small">{t('audit.anchorNote')}</p>
      {fault === null ? null : <Alert type="error" showIcon title={inWords(fault)} />}
      {walk === null ? null : <Outcome walk={walk} />}
    </section>
  );
}

function AnchorFile({ disabled, onRead }: { disabled: boolean; onRead: (anchors: KnownAnchor[]) => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const take = async (file: File) => {
    const read = readAnchors(await file.text());
    if (read === null) message.error(t('audit.anchorsWrong'));
    else onRead(read);
  };
  return (
    <Upload
      accept=".jsonl,.json,.txt"
      showUploadList={false}
      beforeUpload={(file) => {
        void take(file);
        return false;
      }}
    >
      <Button disabled={disabled}>{t('audit.anchors')}</Button>
    </Upload>
  );
}

function ExportButton() {
  const { t } = useTranslation();
  const write = useWrite({
    run: (_: undefined, key) => api.post<Anchor>('/audit/anchors', {}, { key }),
    said: ({ seq }) => t('audit.anchorDone', { seq }),
    touches: [],
  });
  const save = (anchor: Anchor) => saveText(`ducha-anchor-${anchor.seq}.jsonl`, `${JSON.stringify(anchor)}\n`);
  return (
    <Button loading={write.isPending} onClick={() => write.mutate(undefined, { onSuccess: save })}>
      {t('audit.anchor')}
    </Button>
  );
}

function Outcome({ walk: { to, of, findings, state } }: { walk: Walk }) {
  const { t } = useTranslation();
  const words = {
    going: t('audit.verifyGoing', { to, of }),
    stopped: t('audit.verifyStopped'),
    ended: t('audit.verifyWell', { count: to }),
  }[state];
  const bad = findings.length > 0;
  return (
    <div className="stack" aria-live="polite">
      <Progress
        percent={of === 0 ? (state === 'ended' ? 100 : 0) : Math.floor((to / of) * 100)}
        status={bad ? 'exception' : state === 'going' ? 'active' : 'normal'}
        aria-label={t('audit.verify')}
      />
      <Alert
        type={bad ? 'error' : state === 'ended' ? 'success' : 'info'}
        showIcon
        title={bad ? t('audit.verifyBad', { count: findings.length }) : words}
      />
      {bad ? (
        <ul className="plain-list small">
          {findings.slice(0, 100).map(({ kind, seq, rowId }, at) => (
            <li key={`${kind} ${seq ?? at}`}>
              {nameOf('audit.finding', kind)} · {seq ?? '—'} · <code>{rowId ?? '—'}</code>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
