import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Brand } from '../app/brand';
import { LanguageButton } from '../app/language-button';
import { useTabTitle } from '../shared/page-head';

/** The frame of a page for somebody who is not signed in yet. */
export function PlainFrame({ title, wide = false, children }: { title: string; wide?: boolean; children: ReactNode }) {
  const { t } = useTranslation();
  useTabTitle(title);
  return (
    <main className="plain-page">
      <div className={wide ? 'plain-card wide' : 'plain-card'}>
        <div className="spread">
          <Brand sub={t('shell.motto')} size={48} />
          <LanguageButton />
        </div>
        <div className="sheet stack">
          <h1 className="plain-title">{title}</h1>
          {children}
        </div>
      </div>
    </main>
  );
}
