import type { DynamicModule, Type } from '@nestjs/common';
import type { RowClass, Settings } from '@ducha/store';

/** Row classes of all libs, for the one data source. */
export const libraryRows: readonly RowClass[] = [];

/** The departments of the house. */
export function libraryModules(_settings: Settings): (Type | DynamicModule)[] {
  return [];
}
