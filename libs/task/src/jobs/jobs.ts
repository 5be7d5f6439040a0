declare module '@ducha/queue' {
  interface Jobs {
    /** Delivers one chunk of a dispatch to the units' inboxes. */
    'assignment.deliver': { dispatchId: string; chunk: number };
    /** Delivers dispatches of a few assignments each; those of a burst travel together. */
    'assignment.deliver_few': { dispatchIds: string[] };
    /** Opens the flow of a dispatch of several chunks: a child per chunk, one parent for the act. */
    'dispatch.start': { dispatchId: string };
    /** The parent: runs when every chunk is over. */
    'dispatch.conclude': { dispatchId: string };
  }
}

/** Keys of these jobs: the same work is one job. */
export const jobKey = {
  deliver: (dispatchId: string, chunk: number): string => `deliver_${dispatchId}_${chunk}`,
  deliverFew: (dispatchId: string): string => `few_${dispatchId}`,
  start: (dispatchId: string): string => `start_${dispatchId}`,
  conclude: (dispatchId: string): string => `conclude_${dispatchId}`,
};
