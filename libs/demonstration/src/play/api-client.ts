import { randomUUID } from 'node:crypto';

/** An answer of the API that is a problem: its permanent code tells which. */
export class ApiRefusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    what: string,
  ) {
    super(`${what} answered ${status} ${code}`);
    this.name = 'ApiRefusal';
  }
}

/** A page of a list. */
export interface Page<T> {
  readonly items: T[];
  readonly next: string | null;
}

/** A record that is about to be changed, as it was seen. */
export interface Seen {
  readonly id: string;
  readonly version: number;
}

/** A person's client: speaks to the public HTTP API as any program would, with a session cookie of its own. */
export class ApiClient {
  constructor(
    private readonly address: string,
    private readonly cookie: string | null,
  ) {}

  /** The same address for somebody who signed in. */
  signedIn(cookie: string): ApiClient {
    return new ApiClient(this.address, cookie);
  }

  get<T>(path: string): Promise<T> {
    return this.send<T>('GET', path);
  }

  /** A whole list, page by page. */
  async all<T>(path: string): Promise<T[]> {
    const found: T[] = [];
    const mark = path.includes('?') ? '&' : '?';
    for (let cursor: string | null = ''; cursor !== null;) {
      const from: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const page: Page<T> = await this.get<Page<T>>(`${path}${mark}limit=200${from}`);
      found.push(...page.items);
      cursor = page.next;
    }
    return found;
  }

  /** @param seen the record that is changed; its version goes along as `If-Match` */
  post<T>(path: string, body: object = {}, seen?: Seen): Promise<T> {
    return this.send<T>('POST', path, JSON.stringify(body), seen);
  }

  patch<T>(path: string, body: object, seen: Seen): Promise<T> {
    return this.send<T>('PATCH', path, JSON.stringify(body), seen);
  }

  put<T>(path: string, body: object): Promise<T> {
    return this.send<T>('PUT', path, JSON.stringify(body));
  }

  /** Sends a file as a form. */
  upload<T>(path: string, bytes: Buffer, fileName: string, fields: Readonly<Record<string, string>> = {}): Promise<T> {
    const form = new FormData();
    form.set('file', new Blob([new Uint8Array(bytes)]), fileName);
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    return this.send<T>('POST', path, form);
  }

  /** Signs in by a one-time link and answers the session's cookie. */
  useLink(token: string): Promise<string> {
    return this.cookieFor('/sign-in-links/use', token);
  }

  /** Opens the link of an issued device and answers the session's cookie. */
  enrol(token: string): Promise<string> {
    return this.cookieFor('/issued-devices', token);
  }

  private async cookieFor(path: string, token: string): Promise<string> {
    const response = await fetch(`${this.address}/api/v1${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token }),
    });
    if (!response.ok) throw await refusalOf(response, `POST ${path}`);
    await response.body?.cancel();
    return response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  }

  private async send<T>(method: string, path: string, body?: string | FormData, seen?: Seen): Promise<T> {
    const response = await fetch(`${this.address}/api/v1${path}`, {
      method,
      headers: this.headers(method, body, seen),
      ...(body !== undefined && { body }),
    });
    if (!response.ok) throw await refusalOf(response, `${method} ${path}`);
    const text = await response.text();
    // boundary: the API's own document says what each route answers
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }

  private headers(method: string, body: string | FormData | undefined, seen: Seen | undefined): Record<string, string> {
    return {
      ...(this.cookie !== null && { cookie: this.cookie }),
      ...(typeof body === 'string' && { 'content-type': 'application/json' }),
      ...(method === 'POST' && { 'idempotency-key': randomUUID() }),
      ...(seen && { 'if-match': `"${seen.version}"` }),
    };
  }
}

async function refusalOf(response: Response, what: string): Promise<ApiRefusal> {
  const problem: unknown = await response.json().catch(() => ({}));
  const code = typeof problem === 'object' && problem !== null && 'code' in problem ? String(problem.code) : '';
  return new ApiRefusal(response.status, code, what);
}
