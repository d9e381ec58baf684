import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const share = z.number().min(0).max(1);

const configSchema = z.strictObject({
  /** Examples wanted in all. */
  count: z.number().int().min(10).max(10_000_000),
  seed: z.number().int().default(1),
  /** Wanted share of each source; they add up to 1. */
  shares: z
    .strictObject({ synthetic: share, clinic: share, public: share })
    .default({ synthetic: 0.7, clinic: 0.2, public: 0.1 })
    .refine(
      ({ synthetic, clinic, public: open }) => Math.abs(synthetic + clinic + open - 1) < 1e-6,
      'shares add up to 1',
    ),
  /** Wanted share of each split within a source. */
  splits: z
    .strictObject({ train: share, validation: share, test: share })
    .default({ train: 0.8, validation: 0.1, test: 0.1 })
    .refine(
      ({ train, validation, test }) => Math.abs(train + validation + test - 1) < 1e-6,
      'splits add up to 1',
    ),
  /** `accept` gives what there is; `shrink` gives fewer of all so that the shares hold. */
  whenShort: z.enum(['accept', 'shrink']).default('accept'),
  /** Folder of NDJSON files of a Bulk Data export or of bundles; absent when the clinic gives none. */
  clinic: z
    .strictObject({
      folder: z.string(),
      /** Terms under which the clinic lets the result be used. */
      licence: z.string().default('Internal use by the clinic; not to be published'),
      /** File with the secret of de-identification; without it PRESCREEN_DEID_SECRET is read. */
      secretFile: z.string().optional(),
      /** Texts shown before and after in the spot check. */
      spotCheck: z.number().int().min(0).max(10_000).default(60),
    })
    .optional(),
  /** Years of the NHAMCS survey; absent when it is not used. The newest is the test, the next the validation. */
  public: z
    .strictObject({
      years: z.array(z.number().int().min(2016).max(2020)).min(1).default([2016, 2017, 2018, 2019]),
      /** Folder with `visits-YEAR.jsonl`; without it they are made by `triage.report_visits`. */
      folder: z.string().optional(),
    })
    .optional(),
  /** Likeness (Jaccard, 0 to 1) from which two inputs count as the same. */
  nearDuplicate: z.number().min(0.5).max(1).default(0.85),
});

export type Config = z.infer<typeof configSchema>;

/** Reads a configuration; its paths are relative to the file. Throws ZodError with what is wrong. */
export function readConfig(file: string): Config {
  const config = configSchema.parse(parse(readFileSync(file, 'utf8')));
  const at = (path: string): string => resolve(dirname(file), path);
  return {
    ...config,
    ...(config.clinic === undefined
      ? {}
      : {
          clinic: {
            ...config.clinic,
            folder: at(config.clinic.folder),
            ...(config.clinic.secretFile === undefined ? {} : { secretFile: at(config.clinic.secretFile) }),
          },
        }),
    ...(config.public?.folder === undefined
      ? {}
      : { public: { ...config.public, folder: at(config.public.folder) } }),
  };
}

/** Checks a configuration that is made in code. */
export function checkConfig(config: z.input<typeof configSchema>): Config {
  return configSchema.parse(config);
}
