import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** What HL7 Terminology gained after R4 and we use. */
const TERMINOLOGY = fileURLToPath(new URL('terminology', import.meta.url));

/** One resource for the reference validator. */
export interface Question {
  readonly name: string;
  /** Canonical URL. */
  readonly profile?: string;
  readonly resource: unknown;
}

/** What it says. Warnings are listed and do not make a resource invalid. */
export interface Answer {
  readonly name: string;
  readonly valid: boolean;
  readonly issues: readonly { readonly severity: string; readonly at: string; readonly text: string }[];
}

/**
 * Asks the reference validator about many resources with one start of the JVM.
 *
 * @param classPath - What `builtJar` made.
 * @param resources - Folder with the guide's definitions.
 */
export async function askReference(
  questions: readonly Question[],
  { classPath, resources }: { readonly classPath: string; readonly resources: string },
): Promise<readonly Answer[]> {
  const flags = ['-Xmx1g', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-cp', classPath];
  const child = spawn('java', [...flags, 'org.prescreen.guide.ReferenceValidator', resources, TERMINOLOGY], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const trouble: string[] = [];
  child.stderr.on('data', (part) => trouble.push(String(part)));
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  child.stdin.end(questions.map((question) => `${JSON.stringify(question)}\n`).join(''));
  const answers: Answer[] = [];
  for await (const line of createInterface({ input: child.stdout })) answers.push(JSON.parse(line) as Answer);
  if ((await ended) !== 0 || answers.length !== questions.length) {
    throw new Error(`the reference validator failed:\n${trouble.join('').slice(0, 2000)}`);
  }
  return answers;
}
