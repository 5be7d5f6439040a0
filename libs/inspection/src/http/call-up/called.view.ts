/** Being called up (召集), as the called person reads it: no purpose, nobody else's name. */
export class CallUpView {
  id: string;
  calledAt: Date;
  startsAt: Date;
  endsAt: Date;
  place: string;
  lasts: string;
  bring: string | null;
  words: string | null;
  acknowledgedAt: Date | null;
  /** It was taken back: nobody need come. */
  withdrawn: boolean;
}
