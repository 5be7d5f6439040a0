/** Where an instruction stands: its lineage, and which edition of it this is. */
export class GivenInstructionView {
  id: string;
  lineageId: string;
  edition: number;
}
