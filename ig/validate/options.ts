import { parseArgs } from 'node:util';

/** Forms of a report. */
export const FORMATS = ['human', 'json', 'outcome', 'junit'] as const;

export interface Options {
  readonly targets: readonly string[];
  readonly profile?: string;
  readonly format: (typeof FORMATS)[number];
  readonly token?: string;
}

export const USAGE = `npm run validate -- <file | folder | bundle | .ndjson | FHIR server url> ... [options]
  --profile <id or url>   hold every resource against this profile as well (triage-task, escalation-task, ...)
  --format <form>         human (default), json, outcome (OperationOutcome), junit
  --token <token>         bearer token for a FHIR server; better as PRESCREEN_FHIR_TOKEN
Exit code: 0 all valid, 1 something is wrong, 2 nothing could be validated.
`;

/** Options from the command line; a text says what is wrong with them. */
export function readOptions(args: readonly string[], env: NodeJS.ProcessEnv): Options | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { profile: { type: 'string' }, format: { type: 'string' }, token: { type: 'string' } },
    });
    const format = FORMATS.find((each) => each === (values.format ?? 'human'));
    if (format === undefined) return `--format is one of ${FORMATS.join(', ')}`;
    if (positionals.length === 0) return 'what shall be validated?';
    const token = values.token ?? env.PRESCREEN_FHIR_TOKEN;
    return {
      targets: positionals,
      format,
      ...(values.profile === undefined ? {} : { profile: values.profile }),
      ...(token === undefined ? {} : { token }),
    };
  } catch (error) {
    return (error as Error).message;
  }
}
