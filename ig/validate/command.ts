import { readOptions, USAGE } from './options.ts';
import { writeReport } from './report.ts';
import { validateAll } from './validate-all.ts';
import type { Validate } from './validator.ts';

/** What the command reaches of the world. */
export interface CommandDeps {
  readonly env: NodeJS.ProcessEnv;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Opened only when there is something to validate. */
  readonly openValidator: () => Promise<Validate>;
}

/** Runs `npm run validate`. @returns The exit code, as `USAGE` says. */
export async function validateCommand(args: readonly string[], deps: CommandDeps): Promise<number> {
  const options = readOptions(args, deps.env);
  if (typeof options === 'string') {
    deps.err(`${options}\n${USAGE}`);
    return 2;
  }
  const results = await validateAll(options, await deps.openValidator(), progress(deps.err));
  deps.out(writeReport(results, options.format));
  if (results.every(({ refused }) => refused)) return 2;
  return results.every(({ valid }) => valid) ? 0 : 1;
}

/** Says how far it is, every two seconds, on the error stream: the report stays clean. */
function progress(err: (text: string) => void): (done: number) => void {
  let last = performance.now();
  return (done) => {
    if (performance.now() - last < 2000) return;
    last = performance.now();
    err(`${done} validated\n`);
  };
}
