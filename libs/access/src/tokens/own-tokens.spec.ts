import { World } from '#test-kit';
import type { Actor } from '../actor.js';
import { administratorRoles } from '../roles.js';
import { OwnTokens } from './own-tokens.js';

describe('access tokens of administrators', () => {
  let world: World;
  beforeAll(async () => (world = await World.open({ planted: false })), 60_000);
  afterAll(() => world.close());

  it.each(administratorRoles)('are refused to a %s also behind the policy', async (role) => {
    const nobody = { personId: '', accountId: '', sessionId: '', postId: '', unitId: '', unitIds: [] };
    const by: Actor = { ...nobody, role, servesPersonId: null };
    const wanted = { name: 'x', acts: ['account.read'], expiresAt: '2027-01-01T00:00:00Z' };
    await expect(world.app.get(OwnTokens, { strict: false }).make(by, wanted)).rejects.toThrow(
      'access.administratorToken',
    );
  });
});
