import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';
import { DRAFT_SETTINGS, type DraftConfig, draftConfig, draftIssues } from './drafting/draft-settings.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** One setting that was refused: its name, a stable code and what is wrong, in words for an operator. */
export interface ConfigIssue {
  readonly setting: string;
  readonly code: 'invalid' | 'unsafe' | 'missing';
  readonly text: string;
}

/** Refused configuration: every issue at once, so that one restart is enough to mend them all. */
export class ConfigError extends Error {
  readonly issues: readonly ConfigIssue[];

  constructor(issues: readonly ConfigIssue[]) {
    super(issues.map(({ setting, code, text }) => `${setting} [${code}]: ${text}`).join('\n'));
    this.name = 'ConfigError';
    this.issues = issues;
  }
}

const whole = (least: number, most: number) => z.coerce.number().int().min(least).max(most);
const yesNo = z.enum(['true', 'false']).transform((value) => value === 'true');
const path = z
  .string()
  .min(1)
  .transform((value) => resolve(value));
const baseUrl = z
  .url({ protocol: /^https?$/ })
  .refine((value) => !value.includes('?') && !value.includes('#'), 'must have no query and no fragment')
  .transform((value) => value.replace(/\/+$/, ''));

/** How addresses of callers are known: no proxy, so many hops, or the proxies' own addresses. */
const proxy = z.union([
  z.literal('none'),
  whole(1, 10),
  z.string().transform((value) => value.split(',').map((part) => part.trim())),
]);

/**
 * Every setting of the service, by the name of its environment variable. Each is explained in the table of
 * `cds-service/README.md`; a test keeps the two in step.
 */
export const SETTINGS = {
  PRESCREEN_HOST: z.string().min(1).default('127.0.0.1'),
  PRESCREEN_PORT: whole(0, 65_535).default(4100),
  PRESCREEN_PUBLIC_URL: baseUrl.optional(),
  PRESCREEN_MODE: z.enum(['production', 'development']).optional(),
  PRESCREEN_DATA: path.default(resolve(ROOT, '.data/service')),
  PRESCREEN_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  PRESCREEN_CLIENTS: path.optional(),
  PRESCREEN_CDS_AUTH: z.enum(['jwt', 'none']).default('jwt'),
  PRESCREEN_HOOKS: z
    .union([
      z.literal('none').transform(() => []),
      z
        .string()
        .transform((value) => value.split(',').map((part) => part.trim()))
        .pipe(z.array(z.enum(['encounter-start', 'patient-view'])).min(1)),
    ])
    .default(['encounter-start', 'patient-view']),
  PRESCREEN_OPEN_DISCOVERY: yesNo.default(false),
  PRESCREEN_ALLOW_TEST_KEYS: yesNo.default(false),
  PRESCREEN_TLS_CERT: path.optional(),
  PRESCREEN_TLS_KEY: path.optional(),
  PRESCREEN_PROXY: proxy.default('none'),
  PRESCREEN_TIME_BUDGET_MS: whole(50, 60_000).default(2000),
  PRESCREEN_INFERENCE_MS: whole(1, 60_000).default(1000),
  PRESCREEN_MAX_IN_FLIGHT: whole(1, 10_000).default(64),
  PRESCREEN_RATE_PER_MINUTE: whole(0, 10_000_000).default(6000),
  PRESCREEN_REFUSALS_PER_MINUTE: whole(0, 10_000_000).default(120),
  PRESCREEN_MAX_BODY_KB: whole(1, 102_400).default(4096),
  PRESCREEN_HANDLE_MINUTES: whole(1, 24 * 60).default(120),
  PRESCREEN_SESSION_MINUTES: whole(1, 24 * 60).default(240),
  PRESCREEN_SHUTDOWN_MS: whole(0, 300_000).default(10_000),
  PRESCREEN_METRICS_TOKEN: z.string().min(16).optional(),
  PRESCREEN_APP: path.default(resolve(ROOT, 'smart-app/dist')),
  PRESCREEN_CLINIC: z
    .string()
    .regex(/^[a-z0-9-]{1,64}$/)
    .optional(),
  PRESCREEN_CORPUS: path.default(resolve(ROOT, 'cds-service/corpus')),
  PRESCREEN_EVIDENCE: z.enum(['embedded', 'weaviate']).default('embedded'),
  PRESCREEN_WEAVIATE_URL: baseUrl.optional(),
  PRESCREEN_WEAVIATE_KEY: z.string().min(1).optional(),
  PRESCREEN_ARTIFACTS: path.default(resolve(ROOT, 'models/artifacts')),
  PRESCREEN_SHADOW_MODEL: path.optional(),
  PRESCREEN_PROVIDERS: z
    .string()
    .default('cuda,webgpu,cpu')
    .transform((value) => value.split(',').map((part) => part.trim()))
    .pipe(z.array(z.enum(['cuda', 'webgpu', 'cpu'])).min(1)),
  ...DRAFT_SETTINGS,
  PRESCREEN_LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug', 'trace']).default('info'),
} as const;

const settingsSchema = z.object(SETTINGS);

type Settings = z.infer<typeof settingsSchema>;

/** The settings after checking, in the words the code uses. Read once, at start. */
export interface ServiceConfig {
  readonly host: string;
  /** 0 asks the system for a free port. */
  readonly port: number;
  /** Base of every URL we publish and the only one a JWT's `aud` is compared with (CH-61); no trailing slash. */
  readonly publicUrl: string | undefined;
  readonly mode: 'production' | 'development';
  readonly dataFolder: string;
  /** PostgreSQL that several instances share; without it the store is a file in the data folder. Holds a password. */
  readonly databaseUrl: string | undefined;
  readonly clientsFile: string;
  readonly cdsAuth: 'jwt' | 'none';
  readonly hooks: readonly ('encounter-start' | 'patient-view')[];
  readonly openDiscovery: boolean;
  readonly allowTestKeys: boolean;
  readonly tls: { readonly certFile: string; readonly keyFile: string } | undefined;
  readonly proxy: 'none' | number | readonly string[];
  readonly timeBudgetMs: number;
  /** Share of the time budget for models and retrieval together. */
  readonly inferenceMs: number;
  readonly maxInFlight: number;
  /** Calls a minute for one client; 0 is no limit. */
  readonly ratePerMinute: number;
  /** Refused calls (401) a minute from one address; 0 is no limit. */
  readonly refusalsPerMinute: number;
  readonly maxBodyBytes: number;
  readonly handleMinutes: number;
  readonly sessionMinutes: number;
  readonly shutdownMs: number;
  readonly metricsToken: string | undefined;
  readonly appFolder: string;
  /** Whose own documents are searched beside ours. */
  readonly clinic: string | undefined;
  readonly corpusFolder: string;
  /** Server that answers evidence queries; undefined when the SQLite index does. The key is a secret. */
  readonly weaviate: { readonly url: string; readonly apiKey: string | undefined } | undefined;
  readonly artifactsFolder: string;
  /** Folder of a triage model that runs beside the one in use; its differences are logged and never shown. */
  readonly shadowModel: string | undefined;
  readonly providers: readonly ('cuda' | 'webgpu' | 'cpu')[];
  /** Who drafts notes; the template unless a model is configured. */
  readonly draft: DraftConfig;
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug' | 'trace';
  /** Names that begin with `PRESCREEN_` and mean nothing to the service: misspelt, or another program's. */
  readonly unknownSettings: readonly string[];
}

/**
 * Checks the environment and gives the settings.
 *
 * @param env - Usually `process.env`. Names outside `SETTINGS` that start with `PRESCREEN_` are reported, so that a
 *   misspelt setting is not silently without effect; an empty value counts as not set.
 * @throws ConfigError that names every setting that is wrong.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): ServiceConfig {
  const given = Object.fromEntries(
    Object.entries(env).filter(([name, value]) => name.startsWith('PRESCREEN_') && value !== ''),
  );
  const parsed = settingsSchema.safeParse(given);
  if (!parsed.success) {
    throw new ConfigError(
      parsed.error.issues.map(({ path: at, message }) => ({
        setting: String(at[0]),
        code: 'invalid',
        text: message,
      })),
    );
  }
  const unknownSettings = Object.keys(given).filter((name) => !(name in SETTINGS));
  const config = { ...nameSettings(parsed.data), unknownSettings };
  const issues = [...contradictions(parsed.data), ...unsafeIn(config)];
  if (issues.length > 0) throw new ConfigError(issues);
  return config;
}

function nameSettings(settings: Settings): Omit<ServiceConfig, 'unknownSettings'> {
  const { PRESCREEN_TLS_CERT: certFile, PRESCREEN_TLS_KEY: keyFile } = settings;
  const { PRESCREEN_EVIDENCE: evidence, PRESCREEN_WEAVIATE_URL: weaviateUrl } = settings;
  const host = settings.PRESCREEN_HOST;
  return {
    host,
    port: settings.PRESCREEN_PORT,
    publicUrl: settings.PRESCREEN_PUBLIC_URL,
    // Whoever faces the network without saying so gets the strict rules.
    mode: settings.PRESCREEN_MODE ?? (isLoopback(host) ? 'development' : 'production'),
    dataFolder: settings.PRESCREEN_DATA,
    databaseUrl: settings.PRESCREEN_DATABASE_URL,
    clientsFile: settings.PRESCREEN_CLIENTS ?? resolve(settings.PRESCREEN_DATA, 'clients.json'),
    cdsAuth: settings.PRESCREEN_CDS_AUTH,
    hooks: settings.PRESCREEN_HOOKS,
    openDiscovery: settings.PRESCREEN_OPEN_DISCOVERY,
    allowTestKeys: settings.PRESCREEN_ALLOW_TEST_KEYS,
    tls: certFile && keyFile ? { certFile, keyFile } : undefined,
    proxy: settings.PRESCREEN_PROXY,
    timeBudgetMs: settings.PRESCREEN_TIME_BUDGET_MS,
    inferenceMs: settings.PRESCREEN_INFERENCE_MS,
    maxInFlight: settings.PRESCREEN_MAX_IN_FLIGHT,
    ratePerMinute: settings.PRESCREEN_RATE_PER_MINUTE,
    refusalsPerMinute: settings.PRESCREEN_REFUSALS_PER_MINUTE,
    maxBodyBytes: settings.PRESCREEN_MAX_BODY_KB * 1024,
    handleMinutes: settings.PRESCREEN_HANDLE_MINUTES,
    sessionMinutes: settings.PRESCREEN_SESSION_MINUTES,
    shutdownMs: settings.PRESCREEN_SHUTDOWN_MS,
    metricsToken: settings.PRESCREEN_METRICS_TOKEN,
    appFolder: settings.PRESCREEN_APP,
    clinic: settings.PRESCREEN_CLINIC,
    corpusFolder: settings.PRESCREEN_CORPUS,
    weaviate:
      evidence === 'weaviate' && weaviateUrl !== undefined
        ? { url: weaviateUrl, apiKey: settings.PRESCREEN_WEAVIATE_KEY }
        : undefined,
    artifactsFolder: settings.PRESCREEN_ARTIFACTS,
    shadowModel: settings.PRESCREEN_SHADOW_MODEL,
    providers: settings.PRESCREEN_PROVIDERS,
    draft: draftConfig(settings),
    logLevel: settings.PRESCREEN_LOG_LEVEL,
  };
}

function contradictions(settings: Settings): ConfigIssue[] {
  const issues: ConfigIssue[] = [...draftIssues(settings)];
  if (Boolean(settings.PRESCREEN_TLS_CERT) !== Boolean(settings.PRESCREEN_TLS_KEY)) {
    const setting = settings.PRESCREEN_TLS_CERT ? 'PRESCREEN_TLS_KEY' : 'PRESCREEN_TLS_CERT';
    issues.push({ setting, code: 'missing', text: 'certificate and key are only of use together' });
  }
  if (settings.PRESCREEN_EVIDENCE === 'weaviate' && settings.PRESCREEN_WEAVIATE_URL === undefined) {
    issues.push({
      setting: 'PRESCREEN_WEAVIATE_URL',
      code: 'missing',
      text: 'PRESCREEN_EVIDENCE=weaviate needs it',
    });
  }
  const addresses = Array.isArray(settings.PRESCREEN_PROXY) ? settings.PRESCREEN_PROXY : [];
  if (addresses.some((address) => isIP(address.replace(/\/\d{1,3}$/, '')) === 0)) {
    issues.push({
      setting: 'PRESCREEN_PROXY',
      code: 'invalid',
      text: 'is "none", a number of hops, or addresses (CIDR allowed) with commas between',
    });
  }
  return issues;
}

/** CH-74, CH-73 and design section 8: what must never happen on a network. */
function unsafeIn(config: ServiceConfig): ConfigIssue[] {
  const issues: ConfigIssue[] = [];
  const unsafe = (setting: string, text: string) => issues.push({ setting, code: 'unsafe', text });
  if (config.cdsAuth === 'none' && !isLoopback(config.host)) {
    unsafe('PRESCREEN_CDS_AUTH', 'none is accepted only while listening on loopback');
  }
  if (config.mode === 'development') return issues;
  if (config.cdsAuth === 'none') unsafe('PRESCREEN_CDS_AUTH', 'none is refused in production');
  if (config.allowTestKeys) unsafe('PRESCREEN_ALLOW_TEST_KEYS', 'public test keys are refused in production');
  if (!config.tls && config.proxy === 'none') {
    unsafe('PRESCREEN_TLS_CERT', 'production needs TLS, or PRESCREEN_PROXY to declare who terminates it');
  }
  if (config.databaseUrl !== undefined && !isPrivate(new URL(config.databaseUrl))) {
    unsafe('PRESCREEN_DATABASE_URL', 'needs sslmode=verify-full in production');
  }
  if (config.weaviate !== undefined && !isLoopback(new URL(config.weaviate.url).hostname)) {
    if (!config.weaviate.url.startsWith('https:')) {
      unsafe('PRESCREEN_WEAVIATE_URL', 'must be https in production');
    }
    if (config.weaviate.apiKey === undefined) {
      issues.push({ setting: 'PRESCREEN_WEAVIATE_KEY', code: 'missing', text: 'production needs it' });
    }
  }
  if (config.draft.adapter === 'http' && !isPrivateEndpoint(new URL(config.draft.endpoint))) {
    unsafe('PRESCREEN_DRAFT_ENDPOINT', 'must be https in production, or on this machine');
  }
  if (!config.publicUrl) {
    issues.push({ setting: 'PRESCREEN_PUBLIC_URL', code: 'missing', text: 'production needs it' });
  } else if (!config.publicUrl.startsWith('https:')) {
    unsafe('PRESCREEN_PUBLIC_URL', 'must be https in production');
  }
  return issues;
}

/** True where nobody between us and the database can read along. */
function isPrivate({ hostname, searchParams }: URL): boolean {
  return hostname === '' || isLoopback(hostname) || searchParams.get('sslmode') === 'verify-full';
}

/** Facts about a patient, without a name, still leave this machine only where nobody can read along. */
function isPrivateEndpoint({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || isLoopback(hostname);
}

/** True for addresses that only this machine can reach. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}
