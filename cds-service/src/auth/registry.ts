import { readFileSync, statSync } from 'node:fs';
import { z } from 'zod';

const webUrl = z.url({ protocol: /^https?$/ }).transform((value) => value.replace(/\/+$/, ''));

const smartSchema = z.strictObject({
  /** FHIR base that the EHR names in a launch. */
  iss: webUrl,
  clientId: z.string().min(1),
  /** Scopes the app asks for; the app's own default when absent. */
  scope: z.string().optional(),
  /** Issuer of its id_tokens, where it is not the one that its SMART configuration names. */
  issuer: webUrl.optional(),
  jwksUri: webUrl.optional(),
});

const clientSchema = z.strictObject({
  name: z.string().min(1).max(100),
  /** `iss` of its CDS JWTs, compared byte by byte. */
  iss: z.string().min(1).optional(),
  jku: z.url({ protocol: /^https?$/ }).optional(),
  /** Keys given by hand, for a client that publishes none (CH-64). */
  jwks: z.object({ keys: z.array(z.record(z.string(), z.unknown())) }).optional(),
  tenant: z.string().optional(),
  /** Our client id at its authorization server: what `fhirAuthorization.subject` must be (CH-25). */
  subject: z.string().optional(),
  fhirServers: z.array(webUrl).default([]),
  /** Further web origins that may call us from a browser and show the app in a frame. */
  origins: z.array(webUrl).default([]),
  smart: smartSchema.optional(),
});

const registrySchema = z.strictObject({
  clients: z.array(clientSchema),
  /** Clinic setting for the app: ask for the nurse's own level before the proposal is shown. */
  firstImpression: z.boolean().default(false),
});

export type RegisteredClient = z.infer<typeof clientSchema>;

export type Registrations = z.infer<typeof registrySchema>;

/** The registered clients, as the file says now. */
export interface Registry {
  current(): Registrations;
}

/** A registry that was refused. `message` names the place in the file and never quotes keys. */
export class RegistryError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'RegistryError';
  }
}

const NONE: Registrations = { clients: [], firstImpression: false };

/** Looking at the file's time more often than this, milliseconds, would only cost. */
const LOOK_EVERY = 1000;

interface RegistryOptions {
  readonly file: string;
  /** Production takes https only. */
  readonly mode: 'production' | 'development';
  readonly now: () => number;
  /** Told of a change that was taken over or refused; the old registry stays in force when it was refused. */
  readonly onReload: (outcome: { readonly clients: number } | { readonly error: string }) => void;
}

/**
 * Reads the registry of clients and follows its changes without a restart.
 *
 * A file that does not exist is a registry without clients: everybody is refused.
 *
 * @throws RegistryError when the file is there at start and is not valid.
 */
export function openRegistry({ file, mode, now, onReload }: RegistryOptions): Registry {
  let seen = stampOf(file);
  let registrations = seen === undefined ? NONE : parseRegistry(readFileSync(file, 'utf8'), mode);
  let lookedAt = now();
  return {
    current() {
      if (now() - lookedAt < LOOK_EVERY) return registrations;
      lookedAt = now();
      const stamp = stampOf(file);
      if (stamp === seen) return registrations;
      seen = stamp;
      try {
        registrations = stamp === undefined ? NONE : parseRegistry(readFileSync(file, 'utf8'), mode);
        onReload({ clients: registrations.clients.length });
      } catch (error) {
        onReload({ error: error instanceof RegistryError ? error.message : 'the file could not be read' });
      }
      return registrations;
    },
  };
}

/**
 * Checks the text of a registry file.
 *
 * @throws RegistryError with every place that is wrong.
 */
export function parseRegistry(text: string, mode: 'production' | 'development'): Registrations {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new RegistryError('the file is not JSON');
  }
  const parsed = registrySchema.safeParse(json);
  if (!parsed.success) {
    throw new RegistryError(
      parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'file'}: ${message}`).join('; '),
    );
  }
  const problems = parsed.data.clients.flatMap((client, index) =>
    problemsOf(client, mode).map((problem) => `clients.${index}: ${problem}`),
  );
  const names = parsed.data.clients.map(({ name }) => name);
  if (new Set(names).size < names.length) problems.push('clients: two have the same name');
  if (problems.length > 0) throw new RegistryError(problems.join('; '));
  return parsed.data;
}

function problemsOf(client: RegisteredClient, mode: 'production' | 'development'): string[] {
  const problems: string[] = [];
  if (client.iss !== undefined && !client.jku && !client.jwks) problems.push('iss needs jku or jwks');
  const urls = [client.jku, ...client.fhirServers, client.smart?.iss, client.smart?.jwksUri];
  if (mode === 'production' && urls.some((url) => url?.startsWith('http:'))) {
    problems.push('production takes https only');
  }
  return problems;
}

/** Changes with the file: time and size. Undefined when there is none. */
function stampOf(file: string): string | undefined {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat && `${stat.mtimeMs}:${stat.size}:${stat.ino}`;
}

/** Web origins that a client's EHR is shown from: may call us by CORS and frame the app. */
export function originsOf(clients: readonly RegisteredClient[]): ReadonlySet<string> {
  return new Set(
    clients.flatMap(({ origins, fhirServers, smart }) =>
      [...origins, ...fhirServers, ...(smart ? [smart.iss] : [])].map((url) => new URL(url).origin),
    ),
  );
}
