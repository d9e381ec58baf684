import type { ClinicalSnapshot, DataProblem, FactSource } from '#fhir-mappers/clinical-snapshot.ts';
import { isUnavailable, type Unavailable } from '#fhir-mappers/data-state.ts';
import type { PrefetchKey } from '#fhir-mappers/patient-data.ts';
import { rankOf } from '#terminology/priority.ts';
import type { Caution, RuleHit, TriageFindings } from '../triage/rule.ts';
import type { StoryOpinion } from './story.ts';

/**
 * Lets the story settle what rules and protocol leave open. Floors are left as they are.
 *
 * An indicator is a rule that names a danger which harmless stories name as well. It raises like any rule, unless no
 * floor stands beside it and the whole story was heard and emergencies are hardly ever told like it; then the nurse is
 * told to ask. A critical indicator is high with a physician when critical patients are hardly ever told like it. Where
 * the protocol says medium only because such complaints usually are, a story told as minor ones are makes it low.
 *
 * Without a story nothing changes, so a missing model never lowers; nor on doubted ground: a list that could not be
 * read might hold what the story does not tell.
 */
export function settle(
  findings: TriageFindings,
  { story, snapshot }: { readonly story: StoryOpinion | Unavailable; readonly snapshot: ClinicalSnapshot },
): TriageFindings {
  if (isUnavailable(story) || !isWhole(snapshot)) return findings;
  const hits = settleHits(findings.hits, story);
  const protocol = settleProtocol({ ...findings, hits }, story);
  if (hits === findings.hits && protocol === findings.protocol) return findings;
  const settled = hits.filter((hit) => hit.settled);
  return { ...findings, hits, protocol, cautions: [...settled.map(toCaution), ...findings.cautions] };
}

const DOUBTS: ReadonlySet<DataProblem['code']> = new Set([
  'unavailable',
  'unread-language',
  'incomplete',
  'implausible',
  'contradictory',
]);

/** No story tells them, so none sounds different without them. */
const NOT_IN_A_STORY: ReadonlySet<string> = new Set<PrefetchKey>(['allergies']);

/** True when all that a story is told from was read and could be believed. */
function isWhole({ patient, problems }: ClinicalSnapshot): boolean {
  const isDoubt = ({ code, about }: DataProblem): boolean => DOUBTS.has(code) && !NOT_IN_A_STORY.has(about);
  return patient.ageYears !== undefined && !problems.some(isDoubt);
}

/** True when an opinion on the story could change what is proposed: where no floor says the most urgent. */
export function leavesOpen({ hits }: TriageFindings): boolean {
  return hits.every((hit) => hit.floor !== 'critical' || isOpen(hit));
}

function settleHits(hits: readonly RuleHit[], story: StoryOpinion): readonly RuleHit[] {
  const open = hits.every((hit) => isOpen(hit) || rankOf(hit.floor) < rankOf('high'));
  const settled = hits.map((hit): RuleHit => {
    if (!isOpen(hit)) return hit;
    if (hit.floor === 'critical' && story.unlikeCritical) return { ...hit, floor: 'high' };
    if (hit.floor === 'high' && story.unlikeEmergency && open)
      return { ...hit, floor: 'medium', escalate: false, settled: true };
    return hit;
  });
  return settled.every((hit, at) => hit === hits[at]) ? hits : settled;
}

/** An indicator that rests on a story. What the nurse has asked and answered now (no resource holds it yet) stands. */
function isOpen({ indicator, facts }: RuleHit): boolean {
  const isAnswer = (source: FactSource): boolean =>
    source.origin === 'questionnaire' && source.reference === undefined;
  return indicator === true && facts.every(({ source }) => source === undefined || !isAnswer(source));
}

function settleProtocol({ hits, protocol }: TriageFindings, story: StoryOpinion): TriageFindings['protocol'] {
  const raised = hits.some(({ floor }) => rankOf(floor) >= rankOf('medium'));
  if (protocol.undecided !== true || raised || !story.soundsMinor) return protocol;
  const said = { text: 'Told as minor complaints are; nothing about this patient speaks for more.' };
  return { ...protocol, priority: 'low', reasons: [said, ...protocol.reasons] };
}

function toCaution({ id, title }: RuleHit): Caution {
  return {
    id: `ask-about-${id}`,
    text: `Named in the story: ${title}. By itself that is high; the rest of the story speaks against it. Ask about it before you accept this priority.`,
  };
}
