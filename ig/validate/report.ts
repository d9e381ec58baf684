import type { OperationOutcome, OperationOutcomeIssue } from 'fhir/r4';
import { PRESCREEN_BASE } from '#terminology/coding.ts';
import type { Finding, FindingCode } from './finding.ts';
import type { Options } from './options.ts';
import type { Verdict } from './validator.ts';

/** One validated input. `refused` ones could not be read as a resource at all. */
export interface Result extends Verdict {
  readonly name: string;
  readonly refused: boolean;
}

/** FHIR's own word for each of ours. */
const ISSUE: Readonly<Record<FindingCode, OperationOutcomeIssue['code']>> = {
  'not-json': 'structure',
  'not-fhir': 'structure',
  'other-version': 'not-supported',
  xml: 'not-supported',
  'too-large': 'too-long',
  'too-deep': 'too-costly',
  unreachable: 'not-found',
  'unknown-profile': 'not-found',
  missing: 'required',
  'too-many': 'structure',
  'unknown-element': 'structure',
  'wrong-type': 'structure',
  'bad-value': 'value',
  'not-in-value-set': 'code-invalid',
  'not-as-fixed': 'value',
  'no-slice': 'structure',
  invariant: 'invariant',
  'wrong-target': 'value',
  dangling: 'not-found',
  empty: 'structure',
};

/** The report in the form that was asked for. */
export function writeReport(results: readonly Result[], format: Options['format']): string {
  if (format === 'json') return `${JSON.stringify({ summary: count(results), results }, null, 2)}\n`;
  if (format === 'outcome') return `${JSON.stringify(outcome(results), null, 2)}\n`;
  return format === 'junit' ? junit(results) : human(results);
}

function count(results: readonly Result[]) {
  const invalid = results.filter(({ valid }) => !valid).length;
  const refused = results.filter((result) => result.refused).length;
  return { validated: results.length - refused, invalid: invalid - refused, refused };
}

function human(results: readonly Result[]): string {
  const parts = results.flatMap(({ name, valid, findings }) => {
    if (findings.length === 0) return [];
    const lines = findings.map((finding) => `  ${finding.severity} ${oneLine(finding)}`);
    return [`${valid ? 'valid' : 'WRONG'} ${name}`, ...lines];
  });
  const { validated, invalid, refused } = count(results);
  const rest = refused === 0 ? '' : `, ${refused} could not be read`;
  return `${[...parts, `${validated} validated, ${invalid} wrong${rest}`].join('\n')}\n`;
}

function oneLine({ code, at, text }: Finding): string {
  return `${code}${at === '' ? '' : ` at ${at}`}: ${text}`;
}

function outcome(results: readonly Result[]): OperationOutcome {
  const issue = results.flatMap(({ name, findings }) =>
    findings.map(
      ({ severity, code, at, text }): OperationOutcomeIssue => ({
        severity,
        code: ISSUE[code],
        details: { coding: [{ system: `${PRESCREEN_BASE}/CodeSystem/validation-finding`, code }], text },
        diagnostics: name,
        ...(at === '' ? {} : { expression: [at] }),
      }),
    ),
  );
  const fine: OperationOutcomeIssue = {
    severity: 'information',
    code: 'informational',
    details: { text: `${results.length} validated, none wrong` },
  };
  return { resourceType: 'OperationOutcome', issue: issue.length === 0 ? [fine] : issue };
}

function junit(results: readonly Result[]): string {
  const failures = results.filter(({ valid }) => !valid).length;
  const cases = results.map(({ name, findings }) => {
    const errors = findings.filter(({ severity }) => severity === 'error');
    const inside = errors.map(
      (finding) =>
        `<failure type="${finding.code}" message="${escaped(finding.text)}">${escaped(oneLine(finding))}</failure>`,
    );
    return `  <testcase classname="fhir" name="${escaped(name)}">${inside.join('')}</testcase>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuite name="validate" tests="${results.length}" failures="${failures}">`,
    ...cases,
    '</testsuite>',
    '',
  ].join('\n');
}

function escaped(text: string): string {
  const names: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replaceAll(/[^\P{Cc}\n\t]/gu, '').replaceAll(/[&<>"]/g, (character) => names[character] ?? '');
}
