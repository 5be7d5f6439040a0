/**
 * `node oidc-provider.mjs REDIRECT_URI`: a real OpenID provider on a free loopback port, whose people sign in as whom
 * the path `/as/SUBJECT` named last. Prints `Provider: ADDRESS` and serves until its input ends.
 */
import { createServer } from 'node:http';
import { generateKeyPairSync } from 'node:crypto';
import { Provider } from 'oidc-provider';

const [redirectUri] = process.argv.slice(2);
const server = createServer().listen(0, '127.0.0.1');
await new Promise((resolve) => server.once('listening', resolve));
const issuer = `http://127.0.0.1:${server.address().port}`;
const key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' });

const provider = new Provider(issuer, {
  clients: [{ client_id: 'ducha', client_secret: 'a secret of the test', redirect_uris: [redirectUri] }],
  jwks: { keys: [{ ...key, use: 'sig', alg: 'RS256', kid: 'of-the-test' }] },
  cookies: { keys: ['of the test'] },
  pkce: { required: () => true },
  features: { devInteractions: { enabled: false } },
  findAccount: (_ctx, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
  interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
  loadExistingGrant: async (ctx) => {
    const grant = new ctx.oidc.provider.Grant({
      clientId: ctx.oidc.client.clientId,
      accountId: ctx.oidc.session.accountId,
    });
    grant.addOIDCScope('openid');
    await grant.save();
    return grant;
  },
});

let subject = 'nobody';
const answer = provider.callback();
server.on('request', (request, response) => {
  const named = /^\/as\/(.+)$/.exec(request.url)?.[1];
  if (named !== undefined) {
    subject = decodeURIComponent(named);
    response.end();
  } else if (request.url.startsWith('/interaction/')) {
    void provider.interactionFinished(request, response, { login: { accountId: subject } });
  } else answer(request, response);
});
console.log(`Provider: ${issuer}`);
process.stdin.resume().once('end', () => process.exit(0));
