/** Rows of a register that one person may export alone; more need a second person. */
export const exportAloneMax = 200;
