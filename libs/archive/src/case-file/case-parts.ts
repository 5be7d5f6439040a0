/** The page for people. */
export const pagePath = 'index.html';
/** The record for programs. */
export const indexPath = 'index.json';
/** The links of the audit chain that prove the acts. */
export const chainPath = 'chain.json';
