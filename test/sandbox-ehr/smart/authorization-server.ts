import type { IncomingMessage, ServerResponse } from 'node:http';
import type { JWK } from 'jose';
import { type Configuration, errors, type KoaContextWithOIDC, Provider } from 'oidc-provider';
import { html } from '../chart/html.ts';
import { page } from '../chart/page.ts';
import { type Access, accessOfGrant } from '../fhir/access.ts';
import type { Database } from '../fhir/database.ts';
import { CLIENT_IDS } from '../fhir/trouble.ts';
import type { LaunchContext, Launches } from './launches.ts';
import { grantableScopes } from './scopes.ts';
import { stateAdapter } from './state-adapter.ts';

export interface AppClient {
  readonly clientId: string;
  readonly redirectUris: readonly string[];
}

interface AuthorizationOptions {
  readonly db: Database;
  readonly issuer: string;
  readonly fhirUrl: string;
  readonly styleUrl: string;
  readonly key: JWK;
  readonly secrets: { readonly cookies: string; readonly service: string };
  readonly launches: Launches;
  readonly now: () => Date;
  /** Registered apps; asked at each request, so a service may be connected later. */
  readonly clients: () => readonly AppClient[];
  /** Name of a Practitioner, or undefined when there is none with this id. */
  readonly practitionerName: (id: string) => string | undefined;
  readonly accessTokenSeconds?: number;
}

/** A token as it is handed out directly, without a browser: for hooks and for tests. */
export interface TokenRequest {
  readonly scope: string;
  readonly patient?: string;
  readonly encounter?: string;
  /** Practitioner id. */
  readonly practitioner?: string;
  readonly clientId?: string;
  readonly expiresIn?: number;
}

export interface AuthorizationServer {
  readonly provider: Provider;
  callback(request: IncomingMessage, response: ServerResponse): void;
  issueToken(request: TokenRequest): Promise<string>;
  /** Access behind an access token; undefined when it is unknown, expired or revoked. */
  authenticate(token: string): Promise<Access | undefined>;
}

const ACCESS_SECONDS = 3600;
const SHIFT_SECONDS = 12 * 3600;

/**
 * A SMART authorization server: oidc-provider with PKCE S256 for everyone, opaque access tokens kept in the
 * database, and the launch context in each token response.
 */
export function createAuthorizationServer(options: AuthorizationOptions): AuthorizationServer {
  const { db, issuer, fhirUrl, launches } = options;
  const provider = new Provider(issuer, configurationOf(options));
  provider.on('server_error', (_context, error) => console.error('sandbox EHR: authorization server', error));
  provider.use(async (context: KoaContextWithOIDC, next) => {
    await next();
    addLaunchContext(context, options);
  });

  const contextOf = (grantId: string | undefined): LaunchContext =>
    (grantId === undefined ? undefined : launches.contextOf(grantId)) ?? {};

  return {
    provider,
    callback: provider.callback(),
    async issueToken({ scope, patient, encounter, practitioner, clientId = CLIENT_IDS.service, expiresIn }) {
      const client = await provider.Client.find(clientId);
      if (!client) throw new Error(`No client ${clientId}`);
      const grant = new provider.Grant({ clientId, accountId: practitioner ?? 'nobody' });
      grant.addResourceScope(fhirUrl, scope);
      const grantId = await grant.save();
      launches.bind(grantId, { patient, encounter });
      const token = new provider.AccessToken({
        client,
        accountId: practitioner ?? 'nobody',
        grantId,
        scope,
        gty: 'direct',
        expiresIn: expiresIn ?? options.accessTokenSeconds ?? ACCESS_SECONDS,
      } as ConstructorParameters<typeof provider.AccessToken>[0]);
      token.aud = fhirUrl;
      return token.save();
    },
    async authenticate(value) {
      const token = await provider.AccessToken.find(value);
      if (!token?.isValid || token.aud !== fhirUrl || token.scope === undefined) return undefined;
      const { patient } = contextOf(token.grantId);
      const user = token.accountId === 'nobody' ? undefined : `Practitioner/${token.accountId}`;
      return accessOfGrant({ scope: token.scope, clientId: token.clientId!, patient, user }, fhirUrl);
    },
  };

  function configurationOf(given: AuthorizationOptions): Configuration {
    return {
      adapter: stateAdapter(db, { now: given.now, client: (id) => clientMetadata(given, id) }),
      jwks: { keys: [given.key as never] },
      cookies: { keys: [given.secrets.cookies] },
      scopes: [
        'openid',
        'fhirUser',
        'profile',
        'launch',
        'launch/patient',
        'launch/encounter',
        'online_access',
      ],
      claims: { openid: ['sub'], fhirUser: ['fhirUser'], profile: ['name'] },
      conformIdTokenClaims: false,
      responseTypes: ['code'],
      pkce: { required: () => true },
      clientBasedCORS: (_context, origin, client) =>
        (client.redirectUris ?? []).some((uri) => new URL(uri).origin === origin),
      rotateRefreshToken: true,
      expiresWithSession: () => false,
      issueRefreshToken: (_context, _client, source) => source.scopes.has('online_access'),
      loadExistingGrant: async (context) => {
        const grantId = context.oidc.result?.consent?.grantId;
        return grantId ? provider.Grant.find(grantId) : undefined;
      },
      findAccount: (_context, id) => {
        const name = given.practitionerName(id);
        if (name === undefined) return undefined;
        return {
          accountId: id,
          claims: () => ({ sub: id, fhirUser: `${fhirUrl}/Practitioner/${id}`, name }),
        };
      },
      interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
      renderError: (context, { error, error_description: description }) => {
        const text = html`<main class="narrow"><h1>The app cannot be opened</h1>
          <p>${description ?? 'The request was refused.'} (${error})</p><p>Go back to the chart and try again.</p></main>`;
        context.type = 'html';
        context.body = page('Not opened', text);
      },
      extraParams: {
        aud(_context, value) {
          if (value?.replace(/\/$/, '') !== fhirUrl)
            throw new errors.InvalidRequest(`aud must be the FHIR base ${fhirUrl}`);
        },
        launch(context, value) {
          const scopes = String(context.oidc.params?.scope ?? '').split(' ');
          if (value === undefined && scopes.includes('launch'))
            throw new errors.InvalidRequest('the scope launch needs the parameter launch');
          if (value !== undefined && !launches.find(value))
            throw new errors.InvalidRequest('the launch is unknown or has expired');
        },
      },
      ttl: {
        AccessToken: given.accessTokenSeconds ?? ACCESS_SECONDS,
        AuthorizationCode: 60,
        Grant: SHIFT_SECONDS,
        IdToken: ACCESS_SECONDS,
        Interaction: 600,
        RefreshToken: SHIFT_SECONDS,
        Session: SHIFT_SECONDS,
      },
      features: {
        devInteractions: { enabled: false },
        rpInitiatedLogout: { enabled: false },
        revocation: { enabled: true },
        introspection: {
          enabled: true,
          allowedPolicy: (_context, client, token) =>
            client.clientId === CLIENT_IDS.service || client.clientId === token.clientId,
        },
        resourceIndicators: {
          enabled: true,
          defaultResource: () => fhirUrl,
          useGrantedResource: () => true,
          getResourceServerInfo: (context) => ({
            scope: knownScopes(context).join(' '),
            audience: fhirUrl,
            accessTokenFormat: 'opaque',
          }),
        },
      },
    };
  }
}

/** Scopes are a grammar, not a list: those of this request are known if they are well formed. */
function knownScopes({ oidc }: KoaContextWithOIDC): string[] {
  const { AuthorizationCode, RefreshToken } = oidc.entities;
  const texts = [oidc.params?.scope, AuthorizationCode?.scope, RefreshToken?.scope];
  return grantableScopes(texts.filter((text) => typeof text === 'string').join(' '));
}

function clientMetadata(options: AuthorizationOptions, id: string) {
  if (id === CLIENT_IDS.service)
    return {
      client_id: id,
      client_secret: options.secrets.service,
      redirect_uris: [],
      response_types: [],
      grant_types: [],
    };
  const client = options.clients().find(({ clientId }) => clientId === id);
  return (
    client && {
      client_id: id,
      token_endpoint_auth_method: 'none' as const,
      redirect_uris: [...client.redirectUris],
      response_types: ['code' as const],
      grant_types: ['authorization_code', 'refresh_token'],
      application_type: 'native' as const,
    }
  );
}

/** Token and introspection responses say for which patient, encounter and person the token is. */
function addLaunchContext(context: KoaContextWithOIDC, options: AuthorizationOptions): void {
  const { route } = context.oidc ?? {};
  if (context.status !== 200 || (route !== 'token' && route !== 'introspection')) return;
  const body = context.body as Record<string, unknown>;
  if (!body.access_token && body.active !== true) return;
  const { Grant, AccessToken } = context.oidc.entities;
  const grantId = Grant?.jti ?? AccessToken?.grantId;
  const launch = grantId === undefined ? undefined : options.launches.contextOf(grantId);
  const accountId = Grant?.accountId;
  const extras = {
    patient: launch?.patient,
    encounter: launch?.encounter,
    appContext: launch?.appContext,
    need_patient_banner: launch?.needPatientBanner ?? true,
    smart_style_url: options.styleUrl,
    tenant: 'sandbox-clinic',
    fhirUser:
      accountId && accountId !== 'nobody' ? `${options.fhirUrl}/Practitioner/${accountId}` : undefined,
  };
  context.body = { ...body, ...JSON.parse(JSON.stringify(extras)) };
}
