import { useQuery } from '@tanstack/react-query';
import { reference } from '../../api/lists';
import type { Role } from '../../api/types';

/** The short names of units that filters name; undefined: not read yet, or none that this person knows. */
export function useUnitName(): (id: string) => string | undefined {
  const { data } = useQuery(reference.units());
  return (id) => data?.items.find((unit) => unit.id === id)?.shortName;
}

/** The names of persons that filters name. @param wanted  which of the roles a filter asks for */
export function usePersonName(wanted: Partial<Record<Role, boolean>>): (id: string) => string | undefined {
  const named = (role: Role) => ({ ...reference.persons(role), enabled: wanted[role] === true });
  const officers = useQuery(named('bureau_officer'));
  const leaders = useQuery(named('county_leader'));
  const principals = useQuery(named('principal'));
  const known = [officers, leaders, principals].flatMap(({ data }) => data?.items ?? []);
  return (id) => known.find((person) => person.id === id)?.name;
}
