import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api/problem';
import { ProblemBlock } from '../shared/blocks';
import { useTabTitle } from '../shared/page-head';
import { Seal } from '../shared/seal';

interface PlainMessageProps {
  title: string;
  note: string;
  code?: string;
  reload?: boolean;
}

function PlainMessage({ title, note, code, reload = false }: PlainMessageProps) {
  const { t } = useTranslation();
  useTabTitle(title);
  return (
    <div className="state-block stack" style={{ alignItems: 'center', paddingTop: 72 }}>
      <Seal size={44} />
      <h1>{title}</h1>
      <p>{note}</p>
      {code === undefined ? null : <p className="small faint">{code}</p>}
      <div className="row">
        {reload ? <Button onClick={() => window.location.reload()}>{t('shell.reload')}</Button> : null}
        <Button type="primary" href="/">
          {t('shell.home')}
        </Button>
      </div>
    </div>
  );
}

/** 404, also for what exists but is not for this person. */
export function NotFound() {
  const { t } = useTranslation();
  return <PlainMessage title={t('shell.notFound')} note={t('shell.notFoundNote')} />;
}

/** 403: the acting role may not. */
function Forbidden({ code }: { code?: string }) {
  const { t } = useTranslation();
  return <PlainMessage title={t('shell.forbidden')} note={t('shell.forbiddenNote')} code={code} />;
}

/** What a page shows when its data could not be had or its drawing failed. */
export function Broken({ error, reset }: { error: unknown; reset?: () => void }) {
  const { t } = useTranslation();
  if (error instanceof Problem && error.status === 404) return <NotFound />;
  if (error instanceof Problem && error.status === 403) return <Forbidden code={error.code} />;
  if (error instanceof Problem) return <ProblemBlock cause={error} retry={reset} />;
  return <PlainMessage title={t('shell.broken')} note={t('shell.brokenNote')} reload />;
}
