import { type Check, expectThat, fail, notApplicable, PASS } from '../check.ts';
import { sampleRequest } from '../sample-requests.ts';
import { misfit, operationOutcome } from './shapes.ts';

const KNOWN_STATUS = new Set([200, 204, 400, 401, 403, 404, 405, 412, 413, 415, 429, 500, 503]);
const STACK = /\bat .+:\d+:\d+|node_modules|Error:\s/;

/** A11: status codes, time and errors. */
export const BEHAVIOUR: readonly Check[] = [
  {
    id: 'CH-119',
    title: 'only the documented status codes are used',
    run: async ({ client }) => {
      const other = client.exchanges.find(
        ({ status, headers }) =>
          !KNOWN_STATUS.has(status) || (status === 429 && headers['retry-after'] === undefined),
      );
      return other === undefined ? PASS : fail(`status ${other.status}`, other);
    },
  },
  {
    id: 'CH-120',
    title: 'errors are OperationOutcomes without a stack trace',
    run: async ({ client }) => {
      for (const exchange of client.exchanges) {
        if (exchange.status < 400 || exchange.status === 401) continue;
        if (STACK.test(exchange.text)) return fail('a stack trace', exchange);
        const problem = misfit(operationOutcome, exchange.json);
        if (problem !== undefined)
          return fail(problem, { ...exchange, requestBody: exchange.requestBody?.slice(0, 300) });
      }
      return PASS;
    },
  },
  {
    id: 'CH-121',
    title: 'a prefetched call is answered in about half a second',
    run: async ({ base, client, services }) => {
      const service = services[0];
      if (service === undefined) return notApplicable('no service');
      const times: number[] = [];
      for (let call = 0; call < 7; call += 1) {
        const begin = performance.now();
        await client.send(`${base}/cds-services/${service.id}`, { body: sampleRequest(service) });
        times.push(performance.now() - begin);
      }
      times.sort((a, b) => a - b);
      const median = times[3] ?? 0;
      return expectThat(median < 500, `median ${Math.round(median)} ms of seven calls`);
    },
  },
  {
    id: 'CH-122',
    title: 'health is outside of /cds-services',
    run: async ({ base, client }) => {
      const answer = await client.send(`${base}/health`, { token: 'none' });
      return answer.status === 404
        ? notApplicable('no /health on this service')
        : expectThat(answer.status === 200, `${answer.status}`, answer);
    },
  },
];
