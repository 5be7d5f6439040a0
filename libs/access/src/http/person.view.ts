import type { Role } from '../roles.js';

/** A person as lists and pickers show them. */
export class PersonBrief {
  id: string;
  name: string;
  title: string;
  unitId: string;
  unitName: string;
  roles: Role[];
}
