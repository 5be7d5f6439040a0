/** Kinds of units that a county government inspects (L02): its departments, lower governments, authorised and entrusted bodies. */
const inspected: readonly string[] = [
  'office',
  'department',
  'division',
  'town',
  'township',
  'street',
  'farm',
  'institute',
  'enterprise',
];

/** Why a unit cannot be an object, or null. @param levels  how many units stand between it and the county */
export function faultOfObject(
  { kind, levels }: { readonly kind: string; readonly levels: number },
  necessity: string | null,
): 'notAnObject' | 'necessityMissing' | null {
  if (!inspected.includes(kind)) return 'notAnObject';
  return levels > 0 && (necessity ?? '').trim() === '' ? 'necessityMissing' : null;
}
