import type { Assessment } from '#fhir-mappers/assessment.ts';

type Fact = Assessment['reasons'][number]['facts'][number];

/** Facts shown under a closed reason. */
const GLANCED = 2;

/**
 * The decisive facts of a reason at a glance, where its sentence does not say them itself.
 *
 * Of two that rest on the same words the one that quotes more stays. Words of the patient and facts of the chart come
 * before more of the same: "bumped his head" beside "takes warfarin" tells what two quotes of the bump do not.
 */
export function glanceFacts(sentence: string, facts: readonly Fact[]): readonly Fact[] {
  const said = sentence.toLowerCase();
  const news = facts.filter(
    (fact) =>
      !said.includes(fact.text.toLowerCase()) &&
      !facts.some((other) => other !== fact && isWithin(fact, other, facts)),
  );
  const [first, ...rest] = news;
  if (first === undefined) return [];
  const other = rest.filter((fact) => isFromChart(fact) !== isFromChart(first));
  return [first, ...other, ...rest.filter((fact) => !other.includes(fact))].slice(0, GLANCED);
}

function isFromChart({ source }: Fact): boolean {
  return source?.origin === 'chart';
}

function isWithin(a: Fact, b: Fact, all: readonly Fact[]): boolean {
  const [from, to] = a.source?.span ?? [];
  const [begin, end] = b.source?.span ?? [];
  if (from === undefined || to === undefined || begin === undefined || end === undefined) return false;
  if (a.source?.reference !== b.source?.reference || from < begin || to > end) return false;
  const isSame = from === begin && to === end;
  return !isSame || all.indexOf(b) < all.indexOf(a);
}
