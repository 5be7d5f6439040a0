import { FireRungs } from '@ducha/deadline';
import type { World } from '#test-kit';

/** Lets every clock ring until nothing that may ring rings any more; the server’s own sweep may be holding a batch meanwhile. */
export async function rings(world: World): Promise<void> {
  const waiting = 'select count(*)::int as n from clock where next_rung_at <= now() and held_at is null';
  for (let ringing = 1; ringing > 0;) {
    await world.app.get(FireRungs, { strict: false }).run();
    ringing = (await world.store.query<{ n: number }>(waiting))[0]?.n ?? 0;
  }
}

/** It is that instant, and everybody is told what happened until then. */
export async function comes(world: World, instant: string): Promise<void> {
  await world.clock.set(instant);
  await world.passes({});
}

/** It is that instant, and what is due rings. */
export async function ringsAt(world: World, instant: string): Promise<void> {
  await comes(world, instant);
  await rings(world);
}
