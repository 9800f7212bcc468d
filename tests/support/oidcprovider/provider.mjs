// Runs the certified oidc-provider for one test: node provider.mjs OIDC_PROVIDER_FOLDER. Prints its issuer as the first
// line. Signs "dev@acme.example" in without a form, so that whoever follows redirects gets through; everything else is
// the library's own: PKCE, nonce, rotation, reuse detection, revocation, device flow.
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { generateKeyPairSync } from 'node:crypto';
import { pathToFileURL } from 'node:url';

const folder = process.argv[2];
const { default: Provider } = await import(pathToFileURL(createRequire(folder + '/').resolve('oidc-provider')).href);

const server = createServer();
await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
const issuer = `http://127.0.0.1:${server.address().port}`;

const key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' });
const provider = new Provider(issuer, {
    jwks: { keys: [{ ...key, use: 'sig', alg: 'RS256' }] },
    cookies: { keys: ['only for this test'] },
    clients: [{
        client_id: 'argo-cd-cli',
        application_type: 'native',
        token_endpoint_auth_method: 'none',
        redirect_uris: ['http://localhost/auth/callback'], // of native clients any port fits (RFC 8252 §7.3)
        grant_types: ['authorization_code', 'refresh_token', 'urn:ietf:params:oauth:grant-type:device_code'],
        response_types: ['code'],
    }],
    features: { devInteractions: { enabled: false }, revocation: { enabled: true }, deviceFlow: { enabled: true } },
    pkce: { methods: ['S256'], required: () => true },
    scopes: ['openid', 'offline_access'],
    claims: { openid: ['sub'], profile: ['name'], email: ['email'], groups: ['groups'] },
    conformIdTokenClaims: false,
    rotateRefreshToken: true,
    // The library forgets offline_access without prompt=consent, which the official client does not send either.
    issueRefreshToken: async (context, client) => client.grantTypeAllowed('refresh_token'),
    findAccount: async (context, id) => ({
        accountId: id,
        claims: async () => ({ sub: id, name: 'Dev Acme', email: 'dev@acme.example', groups: ['dev'] }),
    }),
    interactions: { url: (context, interaction) => `/interaction/${interaction.uid}` },
});

async function interact(request, response) {
    const { prompt, params, session } = await provider.interactionDetails(request, response);
    if (prompt.name === 'login')
        return provider.interactionFinished(request, response, { login: { accountId: 'dev' } });
    const grant = new provider.Grant({ accountId: session.accountId, clientId: params.client_id });
    grant.addOIDCScope(params.scope);
    return provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } });
}

const serve = provider.callback();
server.on('request', (request, response) => {
    if (request.url.startsWith('/interaction/'))
        interact(request, response).catch((error) => { response.statusCode = 500; response.end(String(error)); });
    else
        serve(request, response);
});
console.log(issuer);
process.stdin.on('end', () => process.exit(0)).resume(); // ends with the test
