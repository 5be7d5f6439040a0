const [space, key] = [4_821, 1];

/** SQL that takes the right to write an import, for the length of the transaction; false when somebody else has it. */
export const takeImportLock = `pg_try_advisory_xact_lock(${space}, ${key})`;

/** SQL condition: some process writes an import now. A crashed one has given its lock back. */
export const importLockIsTaken = `exists (select 1 from pg_locks l where l.locktype = 'advisory' and l.classid = ${space} and l.objid = ${key} and l.objsubid = 2
  and l.database = (select oid from pg_database where datname = current_database()))`;
