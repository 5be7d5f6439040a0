import { type NewNotice, Notices } from '@ducha/notice';
import { type Answer, type Json, MailRecorder, WebRecorder, type World } from '#test-kit';

/** Secrets that must never be seen again anywhere. */
export const canary = {
  webhook: `whsec_${Buffer.from('canary-webhook-secret-of-the-county!').toString('base64')}`,
  robot: 'SECcanary-robot-signing-secret',
  token: 'canary-robot-access-token',
  sms: 'canary-sms-bearer-token',
  mail: 'canary-mail-password',
} as const;

/** A county with ways out: real servers on this machine stand for the outside. */
export class Outside {
  readonly channel: Record<string, string> = {};

  private constructor(
    private readonly world: World,
    readonly web: WebRecorder,
    readonly mail: MailRecorder,
  ) {}

  static async open(world: World): Promise<Outside> {
    return new Outside(world, await WebRecorder.open(), await MailRecorder.open(canary.mail));
  }

  /** Two administrators allow an address. */
  async allows(port: number, host = '127.0.0.1'): Promise<void> {
    const { id } = await this.world
      .as('sysadmin')
      .does('/notice-addresses', { host, port, inside: false, reason: '试验' });
    const answer = await this.world.as('secadmin').post(`/notice-addresses/${id}/allow`, {}, { ifMatch: 1 });
    if (answer.status !== 204) throw new Error(answer.text);
  }

  /** Enters a channel of each kind, all enabled. */
  async entersChannels(): Promise<void> {
    const { web, mail } = this;
    await this.allows(web.port);
    await this.allows(mail.port);
    const water = this.world.county.unit.water;
    await this.enters('mail', {
      host: '127.0.0.1',
      port: mail.port,
      scheme: 'smtp',
      user: 'ducha',
      password: canary.mail,
      from: 'ducha@county.gov.cn',
      recipientDomains: ['county.gov.cn'],
    });
    await this.enters('sms', { url: `${web.url}/sms`, key: canary.sms, phoneField: 'mobile', textField: 'content' });
    await this.enters('webhook', { url: `${web.url}/hook`, key: canary.webhook });
    await this.enters('wecom', { url: `${web.url}/wecom?key=${canary.token}`, unitId: water });
    await this.enters('dingtalk', {
      url: `${web.url}/dingtalk?access_token=${canary.token}`,
      key: canary.robot,
      unitId: water,
    });
    await this.enters('feishu', { url: `${web.url}/feishu/${canary.token}`, key: canary.robot, unitId: water });
  }

  async enters(kind: string, more: object): Promise<Json> {
    const made = await this.world
      .as('sysadmin')
      .does('/notice-channels', { kind, name: kind, enabled: true, language: 'zh', ...more });
    this.channel[kind] = made.id;
    return made;
  }

  /** Settles hours and ways; what is not said is as usual. */
  settles(
    ways: readonly (readonly [topic: string, role: string, channel: string])[],
    hours: object = {},
  ): Promise<Answer> {
    const usual = {
      openMinute: 480,
      closeMinute: 1260,
      daysOffQuiet: true,
      windowMinutes: 10,
      dailyCap: 6,
      urgeEveryMinutes: 240,
    };
    return this.world.as('bureauHead').put('/notice-rules', {
      hours: { ...usual, ...hours },
      ways: ways.map(([topic, role, channel]) => ({ topic, role, channelId: this.channel[channel] })),
    });
  }

  /** Says something, as a use case would. */
  async tells(...notices: NewNotice[]): Promise<void> {
    await this.world.store.transaction((tx) => this.world.app.get(Notices, { strict: false }).tell(tx, notices));
  }

  /** Waits until nothing that is due is left: nothing ungathered, nothing to send now, nothing being sent. */
  async settlesDown(): Promise<void> {
    for (const end = performance.now() + 20_000; performance.now() < end;) {
      const row = await this.world.store.queryOne<{ n: number }>(
        `select ((select count(*) from notice_item where delivery_id is null) + (select count(*) from notice_delivery
           where state = 'sending' or (state in ('gathering', 'waiting') and send_at <= now())))::int as n`,
      );
      if (row?.n === 0) return;
      this.world.rings('notice');
      // oxlint-disable-next-line house/no-sleep -- the pause of a poll, never a wait instead of a fact
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    throw new Error('messages did not settle within 20 s');
  }

  /** Lets it be that instant; everybody signs in anew. */
  async at(instant: string): Promise<void> {
    await this.world.clock.set(instant);
    await this.world.passes({});
  }

  /** Lets minutes pass and whatever is due go out. */
  async after(minutes: number): Promise<void> {
    await this.world.passes({ minutes });
    await this.settlesDown();
  }

  async close(): Promise<void> {
    await this.web.close();
    await this.mail.close();
  }
}
