import type { Texts } from '../../i18n/locales/texts';
import type { Role } from '../../api/types';

/** Values of an act's form as they go to the server. */
export type ActValues = Record<string, unknown>;
type FieldLabel = keyof Texts['task']['field'];

interface FieldBase {
  /** Name in the request body. */
  name: string;
  label: FieldLabel;
  required?: boolean;
  /** Shown only while this holds. */
  only?: (values: ActValues) => boolean;
}
/** One field of an act's dialog. */
export type ActField = FieldBase &
  (
    | { kind: 'words'; rows?: number; longest?: number }
    | {
        kind:
          | 'line'
          | 'number'
          | 'unit'
          | 'units'
          | 'evidence'
          | 'assignments'
          | 'signatories'
          | 'signatory'
          | 'matter'
          | 'mandate';
      }
    | { kind: 'parts' }
    | { kind: 'due'; past?: boolean }
    | { kind: 'person'; role: Role }
    | { kind: 'choice' | 'pick'; group: string; options: readonly string[] }
    | { kind: 'flag' }
  );

/** What an act asks for and how it looks; the table of these is all that the dialogs know. */
export interface ActSpec {
  act: string;
  /** Path of the act under the record, e.g. `sign-off`. */
  route: string;
  fields: readonly ActField[];
  /** One tap, no dialog. */
  instant?: true;
  /** It takes something back or ends something. */
  grave?: true;
  /** Shapes the form's values into the body where they differ. */
  body?: (values: ActValues) => unknown;
}

/** Collections whose records have acts. */
export type ActKind = 'task' | 'assignment' | 'matter';

/** The record an act is done to. */
export interface ActSubject {
  kind: ActKind;
  id: string;
  version: number;
  title: string;
  /** Choices that only the record knows, e.g. its assignments by id. */
  choices?: Partial<Record<'assignments' | 'signatories', { value: string; label: string }[]>>;
  initial?: ActValues;
}

/** Collection segment of the API path. */
export const collectionOf: Record<ActKind, string> = { task: 'tasks', assignment: 'assignments', matter: 'matters' };
