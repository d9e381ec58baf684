import type { Options } from './options.ts';
import { readFiles } from './read-files.ts';
import { readServer } from './read-server.ts';
import type { Result } from './report.ts';
import type { Validate } from './validator.ts';

/**
 * Validates every target; one that cannot be read is reported, and the rest goes on.
 *
 * @param onProgress - Told how many are done, after each.
 */
export async function validateAll(
  { targets, profile, token }: Pick<Options, 'targets' | 'profile' | 'token'>,
  validate: Validate,
  onProgress: (done: number) => void,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (const target of targets) {
    const inputs = /^https?:\/\//.test(target) ? readServer(target, token) : readFiles(target);
    for await (const input of inputs) {
      results.push(
        'refused' in input
          ? { name: input.name, refused: true, valid: false, profiles: [], findings: [input.refused] }
          : { name: input.name, refused: false, ...validate(input.resource, profile) },
      );
      onProgress(results.length);
    }
  }
  return results;
}
