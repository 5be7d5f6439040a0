import { useTranslation } from 'react-i18next';
import type { MatterView } from '../api/types';
import type { BasisKind } from './registration';
import { useMandatesInForce } from '../shared/mandates-in-force';

/** A ground for registering, with the records that can serve as it. */
export interface Basis {
  by: BasisKind;
  choices: { value: string; label: string }[];
}

/** The grounds a matter has now, the strongest first. */
export function useBases(matter: MatterView): Basis[] {
  const { t } = useTranslation();
  const { mandates } = useMandatesInForce(matter.kind);
  const proposals = matter.proposals
    .filter((one) => one.decision === 'agree')
    .map((one) => ({ value: one.id, label: one.wording }));
  const instructions = matter.instructions
    .filter((one) => one.kind === 'order' && one.disownedAt === null)
    .map((one) => ({ value: one.id, label: `${one.givenBy.name}${t('general.colon')}${one.words}` }));
  const covering = mandates
    .filter((one) => (matter.category ?? '').startsWith(one.categoryPrefix))
    .map((one) => ({ value: one.id, label: one.categoryPrefix || t('matter.mandatePrefixAll') }));
  return [
    { by: 'approved_proposal', choices: proposals },
    { by: 'instruction', choices: instructions },
    { by: 'mandate', choices: covering },
  ];
}
