import { Controller, Get } from '@nestjs/common';
import { Act } from '../guard/act.decorator.js';
import { RoleTable } from '../policy/role-table.query.js';
import { RoleView } from './role.view.js';

/** The roles of the house. */
@Controller('roles')
export class RoleController {
  constructor(private readonly table: RoleTable) {}

  /** Every role: what it may do and how far, read from the policy, and who holds it. */
  @Get()
  @Act('role.read')
  all(): Promise<RoleView[]> {
    return this.table.read();
  }
}
