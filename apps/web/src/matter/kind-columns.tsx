import { useTranslation } from 'react-i18next';
import type { MatterKind } from '../api/types';
import { useKind, useLabel } from './kinds';
import { comma } from '../i18n/punctuation';

/** Which columns of its own a sheet of this kind may have, and which it must. */
export function KindColumns({ kind }: { kind: MatterKind }) {
  const { t } = useTranslation();
  const label = useLabel();
  const fields = useKind(kind)?.fields ?? [];
  if (fields.length === 0) return null;
  const named = (required: boolean) =>
    fields
      .filter((field) => field.required === required)
      .map((field) => label(field.label))
      .join(comma());
  return (
    <p className="faint small">
      {named(true) === '' ? null : <>{t('importing.neededColumns', { names: named(true) })} </>}
      {t('importing.ownColumns', { names: named(false) })}
    </p>
  );
}
