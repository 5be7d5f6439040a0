/** Why a cell keeps a sheet out. Permanent words; `sheets/cell-fault-messages.ts` says them to people. */
export type CellFault =
  | 'required'
  | 'tooLong'
  | 'invalid'
  | 'invalidDate'
  | 'dateInFuture'
  | 'inPast'
  | 'endsBeforeStart'
  | 'cellError'
  | 'unstorable'
  | 'unknownKind'
  | 'unknownRole'
  | 'unknownUnit'
  | 'ambiguousUnit'
  | 'unitEnded'
  | 'nameTwice'
  | 'underItself'
  | 'circularTree'
  | 'secondRoot'
  | 'rootStays'
  | 'doublePerson'
  | 'ambiguousPerson'
  | 'unlikeBefore'
  | 'loginTaken'
  | 'otherLogin'
  | 'otherName'
  | 'maskedPhone'
  | 'postOverlaps'
  | 'twoPersons'
  | 'ownPost'
  | 'mixedAdministrator'
  | 'notYours'
  | 'sameUnit'
  | 'unknownLeader'
  | 'servesNobody'
  | 'unknownSiteKind'
  | 'unknownVillage'
  | 'ambiguousVillage'
  | 'siteTwice'
  | 'unknownPerson'
  | 'unknownPostingRole'
  | 'postingTwice';

/** One cell that is refused; `row` as Excel counts. */
export interface BadCell {
  readonly row: number;
  readonly field: string;
  readonly code: CellFault;
}

/** What a row brings: something new, a change, a request that another administrator decides, or nothing. */
export type Effect = 'added' | 'changed' | 'asked' | 'same';

/** What becomes of one good row; `fields` are those that are new or other than before. */
export interface RowEffect {
  readonly row: number;
  readonly effect: Effect;
  readonly fields: readonly string[];
}
