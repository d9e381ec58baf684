import type { Device, DocumentReference, Provenance } from 'fhir/r4';
import { PRESCREEN_BASE } from '#terminology/coding.ts';
import { base64Of } from './base64.ts';
import { factsUsed } from './facts-used.ts';
import {
  AI_ASSERTED,
  ASSESSMENT_SYSTEM,
  identifierValue,
  practitionerOf,
  urnOf,
  type WriteBackInput,
  type WriteBackPart,
} from './input.ts';

const PARTICIPANT = 'http://terminology.hl7.org/CodeSystem/provenance-participant-type';
/** HL7 AI Transparency on FHIR, 1.0.0-ballot. */
const TRANSPARENCY = 'http://hl7.org/fhir/uv/aitransparency/CodeSystem';
const ARTIFICIAL_INTELLIGENCE = {
  system: `${TRANSPARENCY}/AIdeviceTypeCS`,
  code: 'Artificial-Intelligence',
  display: 'Artificial Intelligence',
};

/**
 * Provenance of the proposal: which tool, which versions, from which facts, and its very words.
 *
 * The proposal is kept verbatim as JSON in a contained DocumentReference, so that what the tool said and what the
 * nurse concluded stay apart for ever. Follows HL7's AI Transparency guide (label AIAST, device, model card).
 * The Device is contained: an app's token seldom may create one.
 */
export function proposalProvenance(input: WriteBackInput): Provenance {
  const { assessment, asOf } = input;
  const card = modelCard(input);
  return {
    resourceType: 'Provenance',
    meta: { security: [AI_ASSERTED], tag: [tagOf(assessment.id, 'proposal')] },
    contained: [device(input), proposalDocument(input), ...(card === undefined ? [] : [card])],
    target: [{ reference: urnOf(assessment.id, 'impression') }],
    occurredDateTime: assessment.asOf,
    recorded: asOf,
    reason: [{ coding: [AI_ASSERTED] }],
    activity: {
      coding: [
        {
          system: 'http://terminology.hl7.org/CodeSystem/v3-DataOperation',
          code: 'CREATE',
          display: 'create',
        },
      ],
      text: 'Proposal of a triage priority, before review',
    },
    agent: [
      {
        type: { coding: [{ system: PARTICIPANT, code: 'assembler', display: 'Assembler' }] },
        role: [{ coding: [ARTIFICIAL_INTELLIGENCE] }],
        who: { reference: '#device', display: 'Prescreen' },
      },
    ],
    entity: [
      { role: 'quotation', what: { reference: '#proposal', display: 'Proposal, verbatim' } },
      ...(card === undefined
        ? []
        : [{ role: 'derivation' as const, what: { reference: '#model-card', display: 'Model card' } }]),
      ...factsUsed(assessment).map((what) => ({ role: 'source' as const, what })),
    ],
  };
}

/**
 * Provenance of the nurse: author and verifier of the conclusion, with her signature when there is one.
 *
 * @param parts - What she answers for: the impression first, then every Task.
 */
export function nurseProvenance(input: WriteBackInput, parts: readonly WriteBackPart[]): Provenance {
  const { assessment, asOf, signature } = input;
  const who = practitionerOf(input);
  const agent = (code: string, display: string) => ({
    type: { coding: [{ system: PARTICIPANT, code, display }] },
    who,
  });
  return {
    resourceType: 'Provenance',
    meta: { tag: [tagOf(assessment.id, 'signature')] },
    target: parts.map((part) => ({ reference: urnOf(assessment.id, part) })),
    occurredDateTime: asOf,
    recorded: asOf,
    activity: {
      coding: [
        {
          system: 'http://terminology.hl7.org/CodeSystem/v3-DocumentCompletion',
          code: 'LA',
          display: 'legally authenticated',
        },
      ],
      text: 'Review, correction and signature by a nurse',
    },
    agent: [agent('author', 'Author'), agent('verifier', 'Verifier')],
    entity: [
      {
        role: 'derivation',
        what: { reference: urnOf(assessment.id, 'proposal'), display: 'Proposal that was reviewed' },
      },
    ],
    ...(signature === undefined ? {} : { signature: [signature] }),
  };
}

/** Provenance has no identifier in R4; a tag lets a second write find the first. */
function tagOf(assessmentId: string, part: WriteBackPart) {
  return { system: ASSESSMENT_SYSTEM, code: identifierValue(assessmentId, part) };
}

function device({ assessment }: WriteBackInput): Device {
  const versions = Object.entries(assessment.versions);
  return {
    resourceType: 'Device',
    id: 'device',
    identifier: [{ system: `${PRESCREEN_BASE}/NamingSystem/device`, value: 'prescreen' }],
    status: 'active',
    manufacturer: 'Prescreen',
    deviceName: [{ name: 'Prescreen nurse triage', type: 'model-name' }],
    type: { coding: [ARTIFICIAL_INTELLIGENCE] },
    ...(versions.length === 0
      ? {}
      : { version: versions.map(([part, value]) => ({ type: { text: part }, value })) }),
  };
}

function proposalDocument({ assessment }: WriteBackInput): DocumentReference {
  return {
    resourceType: 'DocumentReference',
    id: 'proposal',
    status: 'current',
    type: { text: 'Proposal of a triage priority' },
    date: assessment.asOf,
    content: [
      {
        attachment: {
          contentType: 'application/json',
          title: 'Assessment as proposed',
          creation: assessment.asOf,
          data: base64Of(JSON.stringify(assessment)),
        },
      },
    ],
  };
}

/** The model's card by name and version; `undefined` when no model took part. */
function modelCard({ assessment: { model } }: WriteBackInput): DocumentReference | undefined {
  if (model.state !== 'present') return undefined;
  const title = `Model card: ${model.name} ${model.version}`;
  return {
    resourceType: 'DocumentReference',
    id: 'model-card',
    identifier: [
      { system: `${PRESCREEN_BASE}/NamingSystem/model-card`, value: `${model.name}/${model.version}` },
    ],
    status: 'current',
    type: {
      coding: [{ system: `${TRANSPARENCY}/AIinputsCS`, code: 'AIModelCard', display: 'AI Model-Card' }],
    },
    category: [
      {
        coding: [
          {
            system: `${TRANSPARENCY}/AIinputsCS`,
            code: 'AIModelCardMarkdownFormat',
            display: 'Markdown Format',
          },
        ],
      },
    ],
    description: `${title}, run on ${model.provider}. The card is shipped with the model's files.`,
    content: [{ attachment: { contentType: 'text/markdown', title } }],
  };
}
