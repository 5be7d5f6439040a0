import { randomUUID } from 'node:crypto';
import autocannon from 'autocannon';

/**
 * Drives one POST route from many connections at once, as fast as it answers (closed loop, keep-alive).
 * Every request has an `Idempotency-Key` of its own, for whoever reads it, so that both sides cost the client the same.
 * @param {object} target       `url`, and `headers` beside the content type
 * @param {() => object} body   the next request's body
 * @returns {Promise<number>} answers 2xx a second
 * @throws Error when anything but 2xx was answered
 */
export async function perSecond({ url, headers }, body, { connections, durationMs }) {
  const setupRequest = (request) => ({
    ...request,
    headers: { ...request.headers, 'idempotency-key': randomUUID() },
    body: JSON.stringify(body()),
  });
  const result = await autocannon({
    url,
    connections,
    duration: durationMs / 1_000,
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    requests: [{ setupRequest }],
  });
  const good = result['2xx'];
  const bad = result.non2xx + result.errors + result.timeouts;
  if (bad > 0 || good === 0) {
    const statuses = Object.entries(result.statusCodeStats ?? {}).map(([code, { count }]) => `${code}: ${count}`);
    throw new Error(
      `${url}: ${bad} requests failed (${statuses.join(', ')}; ${result.errors} broken, ${result.timeouts} late)`,
    );
  }
  return good / result.duration;
}
