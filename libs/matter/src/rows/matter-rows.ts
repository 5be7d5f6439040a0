import { HandlingProposalRow } from './handling-proposal.row.js';
import { MatterImportRow } from './matter-import.row.js';
import { MatterRow } from './matter.row.js';
import { ReplyRow } from './reply.row.js';
import { StandingMandateRow } from './standing-mandate.row.js';

/** The lib's tables that change row by row, for the data source; signatories and categories are only ever written set-wise. */
export const matterRows = [MatterRow, ReplyRow, HandlingProposalRow, StandingMandateRow, MatterImportRow];
