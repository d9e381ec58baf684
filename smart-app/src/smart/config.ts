import { z } from 'zod';
import { Problem } from './problem.ts';

const configSchema = z.object({
  issuers: z.array(z.object({ iss: z.url(), clientId: z.string().min(1), scope: z.string().min(1) })),
  launchUrl: z.string().optional(),
  version: z.string().optional(),
  /** The nurse gives her own level before the proposal is shown (a clinic's setting). */
  firstImpression: z.boolean().default(false),
});

export type AppConfig = z.infer<typeof configSchema>;

/** One EHR that this installation serves. */
export type Issuer = AppConfig['issuers'][number];

/** Reads the list of EHRs from our own service. The only request that comes before the check of `iss`. */
export async function readConfig(fetcher: typeof fetch = fetch): Promise<AppConfig> {
  const answer = await fetcher('/app/config.json', { headers: { accept: 'application/json' } }).catch(
    (cause) => {
      throw new Problem('config-unavailable', { cause });
    },
  );
  if (!answer.ok) throw new Problem('config-unavailable', { status: answer.status });
  const parsed = configSchema.safeParse(await answer.json().catch(() => undefined));
  if (!parsed.success) throw new Problem('config-unavailable', { detail: 'not the expected shape' });
  return parsed.data;
}
