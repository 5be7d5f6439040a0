import { World } from '#test-kit';
import { aMessage } from './stories/matter-story.js';

jest.setTimeout(60_000);
let s: World;
beforeAll(async () => {
  s = await World.open();
});
afterAll(() => s.close());

describe('entering a matter by hand', () => {
  it('takes a netizen message in with its number, and masks the contact for everybody', async () => {
    const matter = await s.as('clerk').does('/matters', aMessage());
    expect(matter).toMatchObject({
      version: 1,
      kind: 'netizen_message',
      state: 'received',
      intakeNo: expect.stringMatching(/^网〔20\d\d〕00001号$/),
      number: null,
      category: '城乡建设/市政设施/路灯照明',
      categories: ['城乡建设/市政设施/路灯照明'],
      needsTriage: false,
      signatories: [{ name: '王先生', contact: '138****1234' }],
      createdBy: { name: '苗内勤' },
      tasks: [],
      replies: [],
    });
    const text = (await s.as('bureauHead').get(`/matters/${matter.id}`)).text;
    expect(text).not.toContain('13812341234');
  });

  it('takes an instruction in with its scanned original and puts the proposal before the principal', async () => {
    const scan = await s
      .as('clerkOfMagistrate')
      .upload('/evidence', Buffer.from('批示：请水利局三天内查清。'), '批示原件.txt');
    const matter = await s.as('clerkOfMagistrate').does('/matters', {
      kind: 'instruction',
      declaredUnclassified: true,
      title: '查清二坝寨渠道渗漏',
      body: '请水利局三天内查清并报告。',
      principalId: s.county.person.magistrate,
      evidenceIds: [scan.body.id],
      handlingProposal: {
        wording: '拟请水利局牵头办理',
        leadUnitId: s.county.unit.water,
        forPersonId: s.county.person.magistrate,
      },
    });
    expect(matter).toMatchObject({
      kind: 'instruction',
      intakeNo: expect.stringContaining('批〔'),
      principal: { name: '程远' },
      evidence: [{ fileName: '批示原件.txt' }],
      proposals: [
        {
          wording: '拟请水利局牵头办理',
          decision: null,
          leadUnit: { shortName: '县水利局' },
          forPerson: { name: '程远' },
        },
      ],
    });
    const tray = await s.as('magistrate').sees('/tray');
    expect(JSON.stringify(tray)).toContain(matter.proposals[0].id);
  });

  it('takes a meeting decision in', async () => {
    const matter = await s.as('officer').does('/matters', {
      kind: 'meeting_decision',
      declaredUnclassified: true,
      title: '推进河道清淤',
      body: '年内完成。',
      meeting: '县政府第12次常务会议',
    });
    expect(matter).toMatchObject({
      kind: 'meeting_decision',
      meeting: '县政府第12次常务会议',
      signatories: [],
      needsTriage: true,
    });
  });

  it('lets an office enter only what its own leader said', async () => {
    const body = {
      declaredUnclassified: true,
      kind: 'instruction',
      title: '甲',
      body: '乙',
      principalId: s.county.person.secretary,
    };
    expect(await s.as('clerkOfMagistrate').post('/matters', body)).toMatchObject({
      status: 403,
      body: { code: 'matter.notAddressedToYou' },
    });
    expect(await s.as('magistrate').post('/matters', body)).toMatchObject({ status: 403 });
  });

  it('refuses a text that cannot be stored', async () => {
    const answer = await s.as('officer').post('/matters', aMessage({ title: 'a\u0000b' }));
    expect(answer.status).toBe(400);
  });

  it('enters the same message of a source once', async () => {
    await s.as('officer').does('/matters', aMessage({ foreignId: 'A-1' }));
    expect(await s.as('officer').post('/matters', aMessage({ foreignId: 'A-1' }))).toMatchObject({
      status: 409,
      body: { code: 'matter.alreadyEntered' },
    });
    await s.as('officer').does('/matters', aMessage({ foreignId: 'A-1', body: '另一件事' }));
  });

  it('lets nobody of a unit enter or read what is not theirs', async () => {
    expect((await s.as('waterLiaison').post('/matters', aMessage())).status).toBe(403);
    const matter = await s.as('officer').does('/matters', aMessage());
    expect(matter.actions).toContain('register');
    expect((await s.as('waterLiaison').get(`/matters/${matter.id}`)).status).toBe(404);
    expect(await s.as('waterLiaison').sees('/matters')).toEqual({ items: [], next: null });
    expect((await s.as('sysadmin').get('/matters')).status).toBe(403);
    expect((await s.stranger().get('/matters')).status).toBe(401);
  });
});
