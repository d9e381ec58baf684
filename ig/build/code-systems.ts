import type { UnavailableCode } from '#fhir-mappers/data-state.ts';
import { FOLLOW_UPS, OVERRIDE_REASONS } from '#fhir-mappers/review.ts';
import { serviceErrorTexts } from '#fhir-mappers/service-error.ts';
import { RECEIVERS } from '#fhir-mappers/write-back/note-text.ts';
import { conceptIds, lookUpConcept } from '#terminology/lexicon/lexicon.ts';
import { PRIORITIES, PRIORITY_MEANING } from '#terminology/priority.ts';
import { VITAL_SIGNS } from '#terminology/vital-signs.ts';
import { type CodeRow, codeSystemFsh, quoted } from './fsh-text.ts';

/** Complete by type: a new reason in the code does not compile without its line here. */
const UNAVAILABLE_REASONS: Readonly<Record<UnavailableCode, string>> = {
  'not-provided': 'Neither prefetched nor readable',
  forbidden: 'Refused by the EHR, or no scope for it',
  'not-supported': 'The EHR does not know this resource type',
  failed: 'The EHR answered with an error, or not at all',
  'wrong-shape': 'Not what was asked for',
  'other-patient': 'Belongs to somebody else',
  incomplete: 'Pages are missing and could not be followed',
  timeout: 'The time budget ran out',
  'not-installed': 'A model or an index that this installation does not have',
  broken: 'A model or an index that refused to work',
};

/**
 * Every code system that the code itself owns, as FSH.
 *
 * Written at each build from the tables that the running system uses, so that a code has one home.
 *
 * @param catalogue - The catalogue page of the rules, which live above this folder; their owner keeps it in step.
 */
export function codeSystemsFsh(catalogue: string): string {
  return [
    codeSystemFsh(
      { name: 'TriagePriorityCS', id: 'triage-priority', title: 'Triage priority', content: 'complete' },
      PRIORITIES.toReversed().map((code) => [
        code,
        PRIORITY_MEANING[code].display,
        `A clinician takes over within ${PRIORITY_MEANING[code].withinMinutes} minutes (product default).`,
      ]),
    ),
    codeSystemFsh(
      { name: 'OverrideReasonCS', id: 'override-reason', title: 'Override reasons', content: 'complete' },
      Object.entries(OVERRIDE_REASONS),
    ),
    codeSystemFsh({ name: 'TriageTaskCS', id: 'triage-task', title: 'Triage tasks', content: 'complete' }, [
      ['handover', 'Hand over after triage'],
      ...Object.entries(FOLLOW_UPS),
      ['triage-review', 'Review triage proposal'],
    ]),
    codeSystemFsh(
      { name: 'TriageRoleCS', id: 'triage-role', title: 'Receivers of a handover', content: 'complete' },
      Object.entries(RECEIVERS),
    ),
    codeSystemFsh(
      {
        name: 'FindingVerdictCS',
        id: 'finding-verdict',
        title: 'Verdicts on a finding',
        content: 'complete',
      },
      [
        ['confirmed', 'Confirmed', 'Proposed by the tool and confirmed by the nurse.'],
        ['rejected', 'Rejected', 'Proposed by the tool and not confirmed.'],
        ['added', 'Added', 'Added by the nurse.'],
      ],
    ),
    codeSystemFsh(
      { name: 'GateVerdictCS', id: 'gate-verdict', title: 'Verdicts of a gate', content: 'complete' },
      [
        ['pass', 'Pass', 'Nothing speaks against showing the proposal.'],
        ['abstain', 'Abstain', 'No proposal can be made on this basis.'],
        ['escalate', 'Escalate', 'Show it, and ask a person to look now.'],
      ],
    ),
    codeSystemFsh({ name: 'DataStateCS', id: 'data-state', title: 'States of data', content: 'complete' }, [
      ['present', 'Present', 'It could be had.'],
      ['known-empty', 'Known to be empty', 'The chart says that there is none.'],
      ['unavailable', 'Unavailable', 'It could not be had: absence proves nothing.'],
    ]),
    codeSystemFsh(
      {
        name: 'UnavailableReasonCS',
        id: 'unavailable-reason',
        title: 'Why data are unavailable',
        content: 'complete',
      },
      Object.entries(UNAVAILABLE_REASONS),
    ),
    codeSystemFsh(
      { name: 'ServiceErrorCS', id: 'service-error', title: 'Errors of the service', content: 'complete' },
      Object.entries(serviceErrorTexts()),
    ),
    codeSystemFsh({ name: 'CardTopicCS', id: 'card-topic', title: 'Topics of cards', content: 'complete' }, [
      ['triage-priority', 'Triage priority'],
    ]),
    codeSystemFsh(
      {
        name: 'TriageConceptCS',
        id: 'triage-concept',
        title: 'Findings of the lexicon',
        content: 'complete',
      },
      conceptIds().map((id) => [id, lookUpConcept(id)?.display ?? id]),
    ),
    codeSystemFsh(
      { name: 'TriageRuleCS', id: 'triage-rule', title: 'Safety rules', content: 'fragment' },
      rulesIn(catalogue),
    ),
    vitalSignsFsh(),
    ...conceptMapsFsh(),
  ].join('\n');
}

/** Rules in the first table of the catalogue page: id, title, floor. @throws Error when there is none. */
export function rulesIn(catalogue: string): readonly CodeRow[] {
  const rows = [...catalogue.matchAll(/^\| `([a-z0-9-]+)`<br>([^|]+?) \| (critical|high|medium)[^|]*\|/gm)];
  if (rows.length === 0) throw new Error('the catalogue page has no rules');
  return rows.map(([, id = '', title = '', floor = '']) => [id, title, `Floor: ${floor}.`]);
}

/** LOINC codes of the measurements that triage reads, with the panel of blood pressure. */
function vitalSignsFsh(): string {
  const codes = Object.values(VITAL_SIGNS).flatMap(({ display, loinc }) =>
    loinc.map((code) => `* $loinc#${code} ${quoted(display)}`),
  );
  return [
    'ValueSet: TriageVitalSignVS',
    'Id: triage-vital-sign',
    'Title: "Measurements that triage reads"',
    'Description: "LOINC codes, grouped by the name that triage uses (the display here is ours). LOINC is copyright of Regenstrief Institute, Inc.; codes only, no content is copied. Not verifiable offline: LOINC is not in the definitions on hand."',
    '* $loinc#85354-9 "blood pressure panel"',
    ...new Set(codes),
    '',
  ].join('\n');
}

function conceptMapsFsh(): string[] {
  type Rows = readonly (readonly [code: string, target: string, display: string])[];
  const rows = (
    targets: (meaning: (typeof PRIORITY_MEANING)['low']) => readonly (readonly [string, string])[],
  ) =>
    PRIORITIES.toReversed().flatMap((code) =>
      targets(PRIORITY_MEANING[code]).map(([target, display]) => [code, target, display] as const),
    );
  const map = (id: string, about: { title: string; target: string }, list: Rows) =>
    [
      `Instance: ${id}`,
      'InstanceOf: ConceptMap',
      'Usage: #definition',
      `Title: ${quoted(about.title)}`,
      `Description: ${quoted(`${about.title}. Both ways it is an approximation: scales differ in what they weigh.`)}`,
      `* url = "https://prescreen.org/fhir/ConceptMap/${id}"`,
      '* version = "0.1.0"',
      `* name = "${id.replaceAll(/(?:^|-)(\w)/g, (_all, letter: string) => letter.toUpperCase())}"`,
      `* title = ${quoted(about.title)}`,
      '* status = #draft',
      '* sourceCanonical = "https://prescreen.org/fhir/ValueSet/triage-priority"',
      '* group.source = "https://prescreen.org/fhir/CodeSystem/triage-priority"',
      `* group.target = "${about.target}"`,
      ...list.flatMap(([code, target, display], index) => {
        const isNew = index === 0 || list[index - 1]?.[0] !== code;
        return [
          ...(isNew ? [`* group.element[+].code = #${code}`] : []),
          `* group.element[=].target[+].code = #${target.replaceAll(' ', '-')}`,
          `* group.element[=].target[=].display = ${quoted(display)}`,
          '* group.element[=].target[=].equivalence = #relatedto',
        ];
      }),
      '',
    ].join('\n');
  return [
    map(
      'priority-to-esi',
      { title: 'Priority to Emergency Severity Index', target: 'https://prescreen.org/fhir/scale/esi' },
      rows(({ esi }) => esi.map((level) => [String(level), `ESI ${level}`])),
    ),
    map(
      'priority-to-ctas',
      {
        title: 'Priority to Canadian Triage and Acuity Scale',
        target: 'https://prescreen.org/fhir/scale/ctas',
      },
      rows(({ ctas }) => ctas.map((level) => [String(level), `CTAS ${level}`])),
    ),
    map(
      'priority-to-mts',
      { title: 'Priority to Manchester wording', target: 'https://prescreen.org/fhir/scale/mts' },
      rows(({ mts }) => [[mts, mts]]),
    ),
    map(
      'priority-to-task-priority',
      { title: 'Priority to Task.priority', target: 'http://hl7.org/fhir/request-priority' },
      rows(({ taskPriority }) => [[taskPriority, taskPriority]]),
    ),
  ];
}
