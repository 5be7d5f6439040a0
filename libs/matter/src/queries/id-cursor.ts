import { decodeCursor, httpFault, isId } from '@ducha/http';

/** The id of a cursor of a list in order of id, or null on the first page. @throws Fault `http.invalidCursor` */
export function idCursor(cursor: string | undefined): string | null {
  const id = decodeCursor(cursor, 1)?.[0] ?? null;
  if (id !== null && !isId(id)) throw httpFault('invalidCursor');
  return id;
}
