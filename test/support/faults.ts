import type { Answer, Call, Fault } from './faulty-proxy.ts';

type Json = Record<string, unknown>;

interface LooseCard extends Json {
  uuid?: string;
  summary: string;
  detail?: string;
  indicator: string;
  source: Json;
  suggestions?: {
    uuid?: string;
    isRecommended?: boolean;
    actions?: { description?: string; type: string; resource?: Json }[];
  }[];
  links?: Json[];
  overrideReasons?: Json[];
  extension?: Json;
}

const isInvocation = ({ method, path }: Call) => method === 'POST' && /^\/cds-services\/[^/]+$/.test(path);
const isFeedback = ({ path }: Call) => path.endsWith('/feedback');
const isDiscovery = ({ method, path }: Call) => method === 'GET' && path === '/cds-services';

function json(status: number, body: unknown): Answer {
  return {
    status,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
    body: JSON.stringify(body),
  };
}

/** Changes each card of a good answer. */
function cards(change: (card: LooseCard) => void): Fault['answer'] {
  return (answer, call) => {
    if (!isInvocation(call) || answer.status !== 200) return;
    const body = JSON.parse(answer.body) as { cards: LooseCard[] };
    for (const card of body.cards) change(card);
    answer.body = JSON.stringify(body);
  };
}

/** Changes each entry of discovery. */
function services(change: (service: Json, index: number) => void): Fault['answer'] {
  return (answer, call) => {
    if (!isDiscovery(call) || answer.status !== 200) return;
    const body = JSON.parse(answer.body) as { services: Json[] };
    body.services.forEach(change);
    answer.body = JSON.stringify(body);
  };
}

/** Turns one status into another, with the same body. */
function status(from: number, to: number, only: (call: Call) => boolean = () => true): Fault['answer'] {
  return (answer, call) => {
    if (answer.status === from && only(call)) answer.status = to;
  };
}

/** Changes the body of an invocation before the service sees it. */
function request(change: (body: Json) => void): Fault['call'] {
  return (call) => {
    if (!isInvocation(call) || call.body.length > 1_000_000) return;
    try {
      const body = JSON.parse(call.body) as Json;
      change(body);
      call.body = JSON.stringify(body);
    } catch {
      // Broken JSON goes on as it came: it is another row's matter.
    }
  };
}

const contextOf = (body: Json) =>
  typeof body.context === 'object' && body.context !== null ? (body.context as Json) : {};
const prefetchOf = (body: Json) => (body.prefetch ?? {}) as Record<string, unknown>;
const someUuid = '11111111-1111-4111-8111-111111111111';
const emptyBundle = { resourceType: 'Bundle', type: 'searchset', entry: [] };

/** Fields without which the service would refuse; a careless service fills them in by itself. */
const careless = request((body) => {
  body.hook = 'patient-view';
  body.hookInstance = someUuid;
  body.context = { userId: 'Practitioner/1', patientId: 'conformance-patient' };
});

/** One fault a row: each is right in everything else. */
export const FAULTS: readonly Fault[] = [
  {
    id: 'CH-01',
    name: 'discovery answers 203',
    answer: (() => {
      let count = 0; // The runner's own first look must succeed.
      return (a: Answer, c: Call) => {
        if (!isDiscovery(c)) return;
        count += 1;
        if (count > 1) a.status = 203;
      };
    })(),
  },
  {
    id: 'CH-03',
    name: 'an entry without description',
    answer: services((service) => {
      delete service.description;
    }),
  },
  {
    id: 'CH-04',
    name: 'an id without endpoint',
    answer: services((service) => {
      service.id = 'elsewhere';
    }),
  },
  {
    id: 'CH-05',
    name: 'a hook listed twice',
    answer: services((service) => {
      service.hook = 'patient-view';
    }),
  },
  {
    id: 'CH-06',
    name: 'patient-view first',
    answer: (a, c) => {
      if (!isDiscovery(c)) return;
      const body = JSON.parse(a.body) as { services: Json[] };
      body.services.reverse();
      a.body = JSON.stringify(body);
    },
  },
  {
    id: 'CH-07',
    name: 'no usageRequirements',
    answer: services((service) => {
      delete service.usageRequirements;
    }),
  },
  {
    id: 'CH-08',
    name: 'a hookVersion that does not exist',
    answer: services((service) => {
      service.hookVersion = '7';
    }),
  },
  { id: 'CH-09', name: 'discovery open to all', call: () => {}, resign: true },
  {
    id: 'CH-10',
    name: 'a path in discovery',
    answer: services((service) => {
      service.description = 'model at /home/svc/triage.onnx';
    }),
  },
  {
    id: 'CH-11',
    name: 'POST on discovery answers 200',
    instead: (c) =>
      c.method === 'POST' && c.path === '/cds-services' ? json(200, { services: [] }) : undefined,
  },
  {
    id: 'CH-12',
    name: 'errors in plain text',
    answer: (a) => {
      if (a.status >= 400 && a.status !== 401) a.headers['content-type'] = 'text/plain';
    },
  },
  {
    id: 'CH-13',
    name: 'null in a card',
    answer: cards((card) => {
      card.links = [];
    }),
  },
  {
    id: 'CH-14',
    name: 'context null is taken',
    call: (c) => {
      if (isInvocation(c) && c.body.includes('"context":null')) careless?.(c);
    },
  },
  {
    id: 'CH-15',
    name: 'unknown properties are refused',
    instead: (c) => (isInvocation(c) && c.body.includes('"foo":1') ? json(400, outcome()) : undefined),
  },
  { id: 'CH-17', name: 'text is taken for JSON', answer: status(415, 200) },
  {
    id: 'CH-18',
    name: 'any hook is taken',
    call: request((body) => {
      if (typeof body.hook === 'string' && body.hook !== 'encounter-start') body.hook = 'patient-view';
    }),
  },
  {
    id: 'CH-19',
    name: 'any hookInstance is taken',
    call: request((body) => {
      body.hookInstance = someUuid;
    }),
  },
  {
    id: 'CH-20',
    name: 'a second answer differs',
    answer: (() => {
      let count = 0;
      return cards((card) => {
        count += 1;
        card.summary = `${count} ${card.summary}`.slice(0, 139);
      });
    })(),
  },
  {
    id: 'CH-21',
    name: 'a token without server is taken',
    call: request((body) => {
      if (body.fhirServer === undefined || body.fhirServer === 'fhir') {
        delete body.fhirAuthorization;
        delete body.fhirServer;
      }
    }),
  },
  {
    id: 'CH-23',
    name: 'half a token is taken',
    call: request((body) => {
      const token = body.fhirAuthorization as Json | undefined;
      if (token !== undefined && Object.keys(token).length < 5) {
        delete body.fhirAuthorization;
        delete body.fhirServer;
      }
    }),
  },
  {
    id: 'CH-24',
    name: "another patient's token is taken",
    call: request((body) => {
      const token = body.fhirAuthorization as Json | undefined;
      if (token?.patient === 'somebody-else') {
        delete body.fhirAuthorization;
        delete body.fhirServer;
      }
    }),
  },
  {
    id: 'CH-27',
    name: 'a context of any shape is taken',
    call: (c) => {
      if (isInvocation(c) && /"context":(?:\[\]|"x")/.test(c.body)) careless?.(c);
    },
  },
  {
    id: 'CH-28',
    name: 'any user is taken',
    call: request((body) => {
      const context = contextOf(body);
      if (context.userId === 'Device/1' || context.userId === 'abc') context.userId = 'Practitioner/1';
    }),
  },
  {
    id: 'CH-29',
    name: 'encounter-start without encounter is taken',
    call: request((body) => {
      const context = contextOf(body);
      if (body.hook === 'encounter-start') {
        context.encounterId ??= 'conformance-encounter';
        context.userId = 'Practitioner/1';
      }
    }),
  },
  {
    id: 'CH-30',
    name: 'any id is taken',
    call: request((body) => {
      const context = contextOf(body);
      if (
        typeof context.patientId === 'string' &&
        (context.patientId.includes('/') || context.patientId.length > 64)
      )
        context.patientId = 'conformance-patient';
    }),
  },
  {
    id: 'CH-32',
    name: 'a patient gets advice',
    call: request((body) => {
      const context = contextOf(body);
      if (String(context.userId).startsWith('Patient/')) context.userId = 'Practitioner/1';
    }),
  },
  {
    id: 'CH-33',
    name: "another patient's encounter is taken",
    call: request((body) => {
      const prefetch = prefetchOf(body);
      const encounter = prefetch.encounter as Json | undefined;
      if (encounter?.subject !== undefined) encounter.subject = { reference: 'Patient/conformance-patient' };
    }),
  },
  {
    id: 'CH-35',
    name: 'a token of our own invention',
    answer: services((service) => {
      (service.prefetch as Json).patient = 'Patient/{{context.subject}}';
    }),
  },
  {
    id: 'CH-36',
    name: 'patient-view asks for the encounter',
    answer: services((service) => {
      (service.prefetch as Json).extra = 'Encounter/{{context.encounterId}}';
    }),
  },
  {
    id: 'CH-37',
    name: 'a chained search',
    answer: services((service) => {
      (service.prefetch as Json).extra = 'Observation?subject.name=x';
    }),
  },
  {
    id: 'CH-38',
    name: 'a relative date',
    answer: services((service) => {
      (service.prefetch as Json).extra =
        'Observation?patient={{context.patientId}}&date=ge{{today() - 90 days}}';
    }),
  },
  {
    id: 'CH-39',
    name: 'null is refused',
    instead: (c) => (isInvocation(c) && /"conditions":null/.test(c.body) ? json(412, outcome()) : undefined),
  },
  { id: 'CH-41', name: 'a missing patient is overlooked', answer: status(412, 200, isInvocation) },
  {
    id: 'CH-42',
    name: 'a 412 without a word',
    answer: (a) => {
      if (a.status === 412) a.body = '{}';
    },
  },
  {
    id: 'CH-43',
    name: 'an OperationOutcome is read as none',
    call: request((body) => {
      const prefetch = prefetchOf(body);
      for (const [key, value] of Object.entries(prefetch))
        if (JSON.stringify(value)?.includes('OperationOutcome')) prefetch[key] = emptyBundle;
    }),
  },
  {
    id: 'CH-44',
    name: 'an HTML page is read as none',
    call: request((body) => {
      const prefetch = prefetchOf(body);
      for (const [key, value] of Object.entries(prefetch))
        if (typeof value !== 'object' || JSON.stringify(value)?.includes('somebody-else'))
          prefetch[key] = emptyBundle;
    }),
  },
  {
    id: 'CH-45',
    name: 'missing pages are overlooked',
    call: request((body) => {
      for (const value of Object.values(prefetchOf(body)))
        if (typeof value === 'object' && value !== null) delete (value as Json).link;
    }),
  },
  {
    id: 'CH-50',
    name: 'a key means two things',
    answer: services((service, index) => {
      (service.prefetch as Json).conditions = `Condition?patient={{context.patientId}}&_count=${10 + index}`;
    }),
  },
  { id: 'CH-58', name: 'no token is needed', resign: true },
  { id: 'CH-60', name: 'claims are not looked at', resign: true },
  { id: 'CH-61', name: 'the audience is not looked at', resign: true },
  { id: 'CH-67', name: 'a token is good for ever', resign: true },
  { id: 'CH-68', name: 'time is not looked at', resign: true },
  {
    id: 'CH-70',
    name: 'a 401 that tells why',
    answer: (() => {
      let count = 0;
      return (a: Answer) => {
        if (a.status === 401) a.body = JSON.stringify({ reason: `failure ${count++}` });
      };
    })(),
  },
  {
    id: 'CH-72',
    name: 'the body is judged first',
    instead: (c) => (isInvocation(c) && c.body === '{"hook":' ? json(400, outcome()) : undefined),
  },
  {
    id: 'CH-75',
    name: 'any origin may call',
    answer: (a, c) => {
      if (c.method === 'OPTIONS') a.headers['access-control-allow-origin'] = c.headers.origin ?? '*';
    },
  },
  {
    id: 'CH-78',
    name: 'answers may be cached',
    answer: (a) => {
      a.headers['cache-control'] = 'public, max-age=600';
    },
  },
  {
    id: 'CH-79',
    name: '204 for nothing to say',
    answer: (a, c) => {
      if (isInvocation(c) && a.body === '{"cards":[]}') {
        a.status = 204;
        a.body = '';
      }
    },
  },
  {
    id: 'CH-80',
    name: 'trouble gives an empty answer',
    answer: (a, c) => {
      if (isInvocation(c) && c.body.includes('OperationOutcome')) {
        a.status = 200;
        a.body = '{"cards":[]}';
      }
    },
  },
  {
    id: 'CH-81',
    name: 'cards without uuid',
    answer: cards((card) => {
      delete card.uuid;
    }),
  },
  {
    id: 'CH-82',
    name: 'a summary of 140 characters',
    answer: cards((card) => {
      card.summary = card.summary.padEnd(140, '.');
    }),
  },
  {
    id: 'CH-83',
    name: 'no detail',
    answer: cards((card) => {
      delete card.detail;
    }),
  },
  {
    id: 'CH-84',
    name: 'markup goes through',
    answer: cards((card) => {
      card.detail = `${card.detail}<img src=x onerror=alert(1)>`;
    }),
  },
  {
    id: 'CH-85',
    name: 'the indicator hard-stop',
    answer: cards((card) => {
      card.indicator = 'hard-stop';
    }),
  },
  {
    id: 'CH-86',
    name: 'everything is critical',
    answer: cards((card) => {
      card.indicator = 'critical';
    }),
  },
  {
    id: 'CH-87',
    name: 'a source without topic',
    answer: cards((card) => {
      delete card.source.topic;
    }),
  },
  {
    id: 'CH-88',
    name: 'the patient in the source link',
    answer: cards((card) => {
      card.source.url = 'https://svc.example/conformance-patient';
    }),
  },
  {
    id: 'CH-89',
    name: 'suggestions without selectionBehavior',
    answer: cards((card) => {
      delete card.selectionBehavior;
    }),
  },
  {
    id: 'CH-90',
    name: 'a suggestion without uuid',
    answer: cards((card) => {
      for (const one of card.suggestions ?? []) delete one.uuid;
    }),
  },
  {
    id: 'CH-92',
    name: 'an action without description',
    answer: cards((card) => {
      for (const one of card.suggestions ?? [])
        for (const action of one.actions ?? []) delete action.description;
    }),
  },
  {
    id: 'CH-93',
    name: 'a created resource with an id',
    answer: cards((card) => {
      for (const one of card.suggestions ?? [])
        for (const action of one.actions ?? []) if (action.resource) action.resource.id = 'x1';
    }),
  },
  {
    id: 'CH-94',
    name: 'a finished Task is suggested',
    answer: cards((card) => {
      for (const one of card.suggestions ?? [])
        for (const action of one.actions ?? [])
          if (action.resource) Object.assign(action.resource, { status: 'completed', intent: 'order' });
    }),
  },
  {
    id: 'CH-96',
    name: 'an override reason without display',
    answer: cards((card) => {
      for (const reason of card.overrideReasons ?? []) delete reason.display;
    }),
  },
  {
    id: 'CH-97',
    name: 'a link of no known type',
    answer: cards((card) => {
      for (const link of card.links ?? []) link.type = 'popup';
    }),
  },
  {
    id: 'CH-98',
    name: 'the patient in the smart link',
    answer: cards((card) => {
      for (const link of card.links ?? []) link.url = `${String(link.url)}?patient=conformance-patient`;
    }),
  },
  {
    id: 'CH-99',
    name: 'appContext on an absolute link',
    answer: cards((card) => {
      for (const link of card.links ?? []) link.type = 'absolute';
    }),
  },
  {
    id: 'CH-100',
    name: 'an appContext of 2 kB',
    answer: cards((card) => {
      for (const link of card.links ?? []) link.appContext = 'x'.repeat(2048);
    }),
  },
  {
    id: 'CH-101',
    name: 'the app starts by itself',
    answer: cards((card) => {
      for (const link of card.links ?? []) link.autolaunchable = true;
    }),
  },
  {
    id: 'CH-102',
    name: 'nobody is asked to review',
    answer: cards((card) => {
      card.detail = (card.detail ?? '').replace(/review|AI/gi, 'x');
      card.summary = card.summary.replace(/review|AI/gi, 'x');
    }),
  },
  {
    id: 'CH-104',
    name: 'three cards',
    answer: (a, c) => {
      if (!isInvocation(c) || a.status !== 200) return;
      const body = JSON.parse(a.body) as { cards: LooseCard[] };
      const [first] = body.cards;
      if (first !== undefined)
        body.cards.push({ ...first, uuid: someUuid }, { ...first, uuid: someUuid.replace('1', '2') });
      a.body = JSON.stringify(body);
    },
  },
  {
    id: 'CH-106',
    name: 'a system action',
    answer: (a, c) => {
      if (isInvocation(c) && a.status === 200)
        a.body = a.body.replace(
          /\}$/,
          ',"systemActions":[{"type":"create","description":"x","resource":{"resourceType":"Task"}}]}',
        );
    },
  },
  {
    id: 'CH-108',
    name: 'a bare array is taken as feedback',
    instead: (c) => (isFeedback(c) && c.body.startsWith('[') ? json(200, {}) : undefined),
  },
  {
    id: 'CH-109',
    name: 'feedback without time is taken',
    instead: (c) =>
      isFeedback(c) && c.body.includes('yesterday') ? { status: 200, headers: {}, body: '' } : undefined,
  },
  {
    id: 'CH-110',
    name: 'accepted without suggestions is taken',
    instead: (c) =>
      isFeedback(c) && c.body.includes('"accepted"') && !c.body.includes('acceptedSuggestions')
        ? { status: 200, headers: {}, body: '' }
        : undefined,
  },
  {
    id: 'CH-112',
    name: 'overridden without reason is refused',
    instead: (c) => (isFeedback(c) && !c.body.includes('overrideReason') ? json(400, outcome()) : undefined),
  },
  {
    id: 'CH-115',
    name: 'an unknown card is told',
    instead: (() => {
      let seen = '';
      return (c: Call) => {
        if (!isFeedback(c)) return undefined;
        const repeat = c.body === seen;
        seen = c.body;
        return repeat
          ? undefined
          : { status: 200, headers: {}, body: String(seen.length % 7) + Math.round(performance.now()) };
      };
    })(),
  },
  {
    id: 'CH-116',
    name: 'feedback is answered with text',
    answer: (a, c) => {
      if (isFeedback(c) && a.status === 200) a.body = 'OK';
    },
  },
  { id: 'CH-118', name: 'any audience is good for feedback', resign: true },
  { id: 'CH-119', name: 'a status that nobody knows', answer: status(404, 418) },
  {
    id: 'CH-120',
    name: 'a stack trace',
    answer: (a) => {
      if (a.status === 400) a.body = 'Error: boom\n    at parse (/srv/app/index.js:10:5)';
    },
  },
  {
    id: 'CH-123',
    name: 'an extension key of one word',
    answer: cards((card) => {
      card.extension = { triage: {} };
    }),
  },
  {
    id: 'CH-124',
    name: 'no time on the card',
    answer: cards((card) => {
      card.detail = (card.detail ?? '').replace(/\d/g, 'x');
    }),
  },
];

function outcome() {
  return { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'processing' }] };
}
