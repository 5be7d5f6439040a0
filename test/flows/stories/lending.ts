import type { Agent, PersonKey, World } from '#test-kit';

/** What somebody does in another's name: lends the acts, lets `work` act, and goes back to their own post. */
export async function inNameOf<T>(
  world: World,
  {
    giver,
    taker,
    acts,
    takerPostId,
  }: {
    readonly giver: PersonKey;
    readonly taker: PersonKey;
    readonly acts: readonly string[];
    readonly takerPostId?: string;
  },
  work: (agent: Agent) => Promise<T>,
): Promise<T> {
  const agent = world.as(taker);
  const own = takerPostId ?? (await agent.sees('/session')).acting.id;
  const to = new Date(((await world.seconds()) + 5 * 86_400) * 1000).toISOString();
  const lent = { takerPostId: own, acts, to, reason: '外出学习' };
  const { id } = await world.as(giver).does('/delegations', lent);
  await takes(agent, id);
  try {
    return await work(agent);
  } finally {
    await takes(agent, own);
  }
}

async function takes(agent: Agent, postId: string): Promise<void> {
  const answer = await agent.put('/session/post', { postId });
  if (answer.status !== 200) throw new Error(answer.text);
}
