import { defineFaults } from '@ducha/kernel';

/** Refusals of the audit record. */
export const auditFault = defineFaults('audit', {
  emptyChain: { status: 409, title: 'Nothing is recorded yet', titleZh: '目前还没有审计记录' },
});
