import { Agent, request } from 'node:http';
import { randomUUID } from 'node:crypto';

/** A small HTTP client with connections that stay open. */
export class Client {
  #agent;
  #address;
  #cookie;

  /** @param {number} connections  most at once */
  constructor(address, cookie, connections = 1) {
    this.#address = address;
    this.#cookie = cookie;
    this.#agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  /** @returns {Promise<object>} the answer's JSON @throws Error on anything but 2xx */
  get(path, cookie = this.#cookie) {
    return this.#send('GET', path, undefined, cookie);
  }

  /** @param {boolean} keyed  with an `Idempotency-Key` of its own: what may be repeated without harm needs none */
  post(path, body, keyed = true) {
    return this.#send('POST', path, JSON.stringify(body), this.#cookie, keyed);
  }

  /** A change of a record at a version. @param {'POST' | 'PUT'} method */
  change(method, path, body, version, cookie = this.#cookie) {
    return this.#send(method, path, JSON.stringify(body), cookie, true, { 'if-match': `"${version}"` });
  }

  /** A file with a form around it. @param {Buffer} file */
  upload(path, file, fileName) {
    const edge = randomUUID();
    const head = `--${edge}\r\nContent-Disposition: form-data; name="file"; filename="${fileName}"\r\nContent-Type: application/octet-stream\r\n\r\n`;
    const body = Buffer.concat([Buffer.from(head), file, Buffer.from(`\r\n--${edge}--\r\n`)]);
    return this.#send('POST', path, body, this.#cookie, true, {
      'content-type': `multipart/form-data; boundary=${edge}`,
    });
  }

  close() {
    this.#agent.destroy();
  }

  #send(method, path, body, cookie, keyed = true, more = {}) {
    const headers = {
      cookie,
      ...(body !== undefined && {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        ...(keyed && { 'idempotency-key': randomUUID() }),
        ...more,
      }),
    };
    return new Promise((done, refuse) => {
      const sent = request(`${this.#address}/api/v1${path}`, { method, headers, agent: this.#agent }, (response) => {
        const parts = [];
        response.on('data', (part) => parts.push(part));
        response.on('error', refuse);
        response.on('end', () => {
          const text = Buffer.concat(parts).toString();
          if (response.statusCode < 300) done(JSON.parse(text));
          else refuse(new Error(`${method} ${path} answered ${response.statusCode}: ${text.slice(0, 500)}`));
        });
      });
      sent.on('error', refuse);
      sent.end(body);
    });
  }
}
