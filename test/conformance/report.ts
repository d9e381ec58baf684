import type { CheckResult } from './run-checks.ts';

const WORD = { pass: 'pass', fail: 'FAIL', 'not-applicable': 'n/a ' } as const;

/** One line for a terminal; a failure brings its request and answer along, cut to a readable length. */
export function line({ id, title, verdict }: CheckResult): string {
  const head = `${WORD[verdict.kind]}  ${id.padEnd(6)} ${title}`;
  if (verdict.kind === 'pass') return head;
  if (verdict.kind === 'not-applicable') return `${head} (${verdict.reason})`;
  const { exchange } = verdict;
  if (exchange === undefined) return `${head}\n        ${verdict.reason}`;
  return [
    `${head}\n        ${verdict.reason}`,
    `        > ${exchange.method} ${exchange.url}`,
    ...(exchange.requestBody === undefined ? [] : [`        > ${exchange.requestBody.slice(0, 400)}`]),
    `        < ${exchange.status} ${exchange.text.slice(0, 400)}`,
  ].join('\n');
}

export function countsOf(
  results: readonly CheckResult[],
): Readonly<Record<'pass' | 'fail' | 'not-applicable', number>> {
  const count = (kind: CheckResult['verdict']['kind']) =>
    results.filter(({ verdict }) => verdict.kind === kind).length;
  return { pass: count('pass'), fail: count('fail'), 'not-applicable': count('not-applicable') };
}

/** JUnit XML as CI systems read it. */
export function junit(results: readonly CheckResult[]): string {
  const cases = results.map(({ id, title, verdict, milliseconds }) => {
    const open = `  <testcase classname="cds-hooks" name="${escapeXml(`${id} ${title}`)}" time="${(milliseconds / 1000).toFixed(3)}">`;
    if (verdict.kind === 'pass') return `${open}</testcase>`;
    if (verdict.kind === 'not-applicable')
      return `${open}<skipped message="${escapeXml(verdict.reason)}"/></testcase>`;
    return `${open}<failure message="${escapeXml(verdict.reason)}">${escapeXml(verdict.exchange?.text.slice(0, 2000) ?? '')}</failure></testcase>`;
  });
  const { fail, 'not-applicable': skipped } = countsOf(results);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuite name="cds-hooks-conformance" tests="${results.length}" failures="${fail}" skipped="${skipped}">\n${cases.join('\n')}\n</testsuite>\n`;
}

function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd]/g, ' ')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}
