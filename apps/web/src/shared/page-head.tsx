import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface PageHeadProps {
  title: string;
  /** One line under the title. */
  sub?: ReactNode;
  /** Buttons at the right. */
  acts?: ReactNode;
}

/** The heading of a page, with the rule under it; also names the browser tab. */
export function PageHead({ title, sub, acts }: PageHeadProps) {
  useTabTitle(title);
  return (
    <header className="page-head">
      <div>
        <h1>{title}</h1>
        {sub === undefined ? null : <p>{sub}</p>}
      </div>
      {acts === undefined ? null : <div className="row">{acts}</div>}
    </header>
  );
}

/** Names the browser tab while mounted. */
export function useTabTitle(title: string): void {
  const { t } = useTranslation();
  const product = t('shell.product');
  useEffect(() => {
    document.title = `${title} · ${product}`;
  }, [title, product]);
}
