import { trace } from '@opentelemetry/api';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Numbers about the service. Labels are codes, route patterns and stages: never ids, never patient data. */
export interface Metrics {
  readonly requests: Histogram<'route' | 'method' | 'status'>;
  readonly stages: Histogram<'stage'>;
  readonly cards: Counter<'indicator'>;
  readonly noCards: Counter<'hook'>;
  readonly feedback: Counter<'kind'>;
  readonly refusals: Counter<'reason'>;
  readonly signed: Counter<'outcome'>;
  readonly drafts: Counter<'adapter' | 'outcome'>;
  readonly draftDrops: Counter<'code'>;
  readonly draftSeconds: Histogram<'adapter'>;
  /** Text in the exposition format of Prometheus. */
  render(): Promise<{ readonly contentType: string; readonly text: string }>;
}

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5];

/** @param inFlight - Read at each scrape. */
export function createMetrics(inFlight: () => number): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  new Gauge({
    name: 'prescreen_hooks_in_flight',
    help: 'Hook calls being answered',
    registers,
    collect() {
      this.set(inFlight());
    },
  });
  return {
    requests: new Histogram({
      name: 'prescreen_http_request_seconds',
      help: 'Time to answer, by route pattern',
      labelNames: ['route', 'method', 'status'],
      buckets: SECONDS,
      registers,
    }),
    stages: new Histogram({
      name: 'prescreen_stage_seconds',
      help: 'Time in one stage of the pipeline',
      labelNames: ['stage'],
      buckets: [0.0005, 0.001, ...SECONDS],
      registers,
    }),
    cards: new Counter({
      name: 'prescreen_cards_total',
      help: 'Cards sent',
      labelNames: ['indicator'],
      registers,
    }),
    noCards: new Counter({
      name: 'prescreen_answers_without_card_total',
      help: 'Hook calls answered with nothing to say',
      labelNames: ['hook'],
      registers,
    }),
    feedback: new Counter({
      name: 'prescreen_feedback_total',
      help: 'Feedback items by what became of them: stored, repeated, quarantined',
      labelNames: ['kind'],
      registers,
    }),
    refusals: new Counter({
      name: 'prescreen_refusals_total',
      help: 'Calls that were not authenticated',
      labelNames: ['reason'],
      registers,
    }),
    signed: new Counter({
      name: 'prescreen_reviews_total',
      help: 'Reviews by what became of them: signed, repeated, refused, written',
      labelNames: ['outcome'],
      registers,
    }),
    drafts: new Counter({
      name: 'prescreen_drafts_total',
      help: 'Drafted notes by the adapter that was asked and what became of them: shown, template-instead, cancelled',
      labelNames: ['adapter', 'outcome'],
      registers,
    }),
    draftDrops: new Counter({
      name: 'prescreen_draft_sentences_dropped_total',
      help: 'Sentences of drafts that were not shown, by each reason',
      labelNames: ['code'],
      registers,
    }),
    draftSeconds: new Histogram({
      name: 'prescreen_draft_seconds',
      help: 'Time to write and check a draft',
      labelNames: ['adapter'],
      buckets: [0.001, 0.0025, ...SECONDS, 10, 30, 60],
      registers,
    }),
    render: async () => ({ contentType: registry.contentType, text: await registry.metrics() }),
  };
}

/** Notes one stage of the pipeline as a metric and as a span of the hook's trace. */
export function observeStage({ stages }: Metrics): (stage: string, milliseconds: number) => void {
  const tracer = trace.getTracer('prescreen');
  return (stage, milliseconds) => {
    stages.observe({ stage }, milliseconds / 1000);
    const end = Date.now();
    tracer.startSpan(`prescreen.${stage}`, { startTime: end - milliseconds }).end(end);
  };
}
