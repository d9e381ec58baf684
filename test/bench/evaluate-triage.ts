/**
 * Compares rules and protocol with real complaints, beside the nurses who saw the patients.
 *
 * usage: npm run evaluate:triage -- [--errors]
 *
 * The visits were in view when rules were written. What they decided is cross-validated: each tenth is judged by the
 * choices that the other tenths would have made. `--errors` lists the differences.
 */
import { rulePriority } from '#cds-service/gates/counterfactual-fairness.ts';
import { triage } from '#cds-service/triage/triage.ts';
import { type Priority, rankOf } from '#terminology/priority.ts';
import { CHOICES, crossValidate } from './cases/cross-validate.ts';
import { type RealVisit, readKtas, readNurseLine } from './cases/real-visits.ts';
import { count, figuresOf, matrixOf, newTally, share } from './cases/tally.ts';

const print = (line: string): void => void process.stdout.write(`${line}\n`);
const isUp = (priority: Priority): boolean => rankOf(priority) >= rankOf('high');

const ktas = readKtas();
const line = readNurseLine();
if (ktas === undefined || line === undefined)
  print('The visits are not on this machine: nothing to compare with.');
else {
  const judged = ktas.map((visit) => ({ ...visit, ...judge(visit) }));
  report(
    '727 emergency visits: rules and protocol, all visits in view',
    judged.map(({ gold, given }) => [gold, given]),
  );
  const { rows, asShipped } = crossValidate(ktas);
  report(
    'the same, cross-validated in ten folds by complaint',
    rows.map(({ gold, given }) => [gold, given]),
  );
  for (const [at, { name }] of CHOICES.entries())
    print(`  decided as shipped in ${asShipped[at]} of 10 folds: ${name}`);
  for (const what of ['emergencies found', 'sent up'] as const) {
    const perFold = Array.from({ length: 10 }, (_none, fold) => {
      const part = rows.filter(
        (row) => row.fold === fold && isUp(row.gold) === (what === 'emergencies found'),
      );
      return (100 * part.filter(({ given }) => isUp(given)).length) / part.length;
    });
    print(`  by fold, ${what}: ${perFold.map((rate) => rate.toFixed(0)).join(' ')}`);
  }
  report(
    '\nthe triage nurses',
    judged.map(({ gold, nurse }) => [gold, nurse]),
  );
  reportLine(line);
  if (process.argv.includes('--errors'))
    for (const { gold, given, text, shown, why } of judged)
      if (gold !== given) {
        const kind = isUp(gold) === isUp(given) ? 'diff' : isUp(gold) ? 'MISS' : 'OVER';
        print(`${kind} ${gold}->${given} | ${text} | ${shown} | ${why}`);
      }
}

function judge({ snapshot }: RealVisit): {
  readonly given: Priority;
  readonly why: string;
  readonly asked: boolean;
} {
  const found = triage(snapshot);
  return {
    given: rulePriority(found),
    why: found.hits.length > 0 ? found.hits.map(({ id }) => id).join(' ') : found.protocol.reasons[0]!.text,
    asked: found.questions.some(({ couldRaiseTo }) => couldRaiseTo !== undefined && isUp(couldRaiseTo)),
  };
}

function report(name: string, rows: readonly (readonly [gold: Priority, given: Priority])[]): void {
  const tally = newTally();
  for (const [gold, given] of rows) count(tally, gold, given);
  print(`${name}\n${matrixOf(tally)}\n${figuresOf(tally)}\n`);
}

/** The words alone do not tell where to go: what counts is that the department's patients are sent up or asked. */
function reportLine(complaints: readonly RealVisit[]): void {
  const rows = complaints.map((visit) => ({ ...visit, ...judge(visit) }));
  const emergencies = rows.filter(({ gold }) => gold === 'high');
  const others = rows.filter(({ gold }) => gold !== 'high');
  const part = <T>(list: readonly T[], test: (one: T) => boolean): string =>
    share(list.filter(test).length, list.length);
  print(
    '216 complaints of a nurse line and a department, mostly two words (department: high; urgent care: medium; else low)',
  );
  print(
    `  to the department, sent up at once: ${part(emergencies, ({ given }) => isUp(given))}; nurses ${part(emergencies, ({ nurse }) => isUp(nurse))}`,
  );
  print(
    `  to the department, sent up or asked what could send up: ${part(emergencies, ({ given, asked }) => isUp(given) || asked)}`,
  );
  print(`  to the department, called low: ${part(emergencies, ({ given }) => given === 'low')}`);
  print(
    `  to others, sent up: ${part(others, ({ given }) => isUp(given))}; nurses ${part(others, ({ nurse }) => isUp(nurse))}`,
  );
  print(
    `  same as the clinicians: ${part(rows, ({ gold, given }) => gold === (given === 'critical' ? 'high' : given))}; nurses ${part(rows, ({ gold, nurse }) => gold === nurse)}`,
  );
}
