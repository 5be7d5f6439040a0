import { decodeCursor } from '@ducha/http';

/** The id of a cursor of a list in order of id, or null on the first page. @throws Fault `http.invalidCursor` */
export function idCursor(cursor: string | undefined): string | null {
  const [id] = decodeCursor(cursor, 'id') ?? [];
  return id === undefined ? null : String(id);
}
