import type { Agent as Connections } from 'node:http';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Agent, type Answer, type WriteOptions } from './agent.js';

/** A browser that keeps the cookies it is given, from before signing in. */
export class Browser {
  private readonly jar = new Map<string, string>();
  private readonly agent: Agent;

  constructor(app: NestExpressApplication, connections: Connections) {
    this.agent = new Agent(app, () => Promise.resolve(this.cookies()), connections);
  }

  /** The cookies as one header; undefined when there are none. */
  cookies(): string | undefined {
    return this.jar.size === 0 ? undefined : [...this.jar].map((pair) => pair.join('=')).join('; ');
  }

  /** Puts a cookie into the browser, as whoever sat at it before might have. */
  plant(header: string): void {
    const [name = '', ...value] = header.split('=');
    this.jar.set(name, value.join('='));
  }

  get = (path: string): Promise<Answer> => this.kept(this.agent.get(path));
  post = (path: string, body: object = {}, options: WriteOptions = {}): Promise<Answer> =>
    this.kept(this.agent.post(path, body, options));
  put = (path: string, body: object = {}, options: WriteOptions = {}): Promise<Answer> =>
    this.kept(this.agent.put(path, body, options));
  delete = (path: string): Promise<Answer> => this.kept(this.agent.delete(path));
  upload = (
    path: string,
    file: Buffer,
    fileName: string,
    fields: Readonly<Record<string, string>> = {},
  ): Promise<Answer> => this.kept(this.agent.upload(path, file, fileName, fields));

  private async kept(asked: Promise<Answer>): Promise<Answer> {
    const answer = await asked;
    // boundary: superagent gives a list for this one header
    const given = (answer.headers['set-cookie'] ?? []) as unknown as string[];
    for (const line of given) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
      if (value === '' || /Expires=Thu, 01 Jan 1970/.test(line)) this.jar.delete(name);
      else this.jar.set(name, value);
    }
    return answer;
  }
}
