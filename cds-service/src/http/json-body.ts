import express, { type RequestHandler } from 'express';
import { ServiceError } from '#fhir-mappers/service-error.ts';
import { findJsonBomb } from './json-guard.ts';

/**
 * Reads a JSON body into `request.body`: media type (415), size (413), nesting and grammar (400), in this order.
 *
 * Mount it after authentication: a caller we do not know learns nothing about validation (CH-72).
 */
export function jsonBody(maxBytes: number): RequestHandler[] {
  return [
    (request, _response, next) => {
      const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
      if (type !== 'application/json' && type !== 'application/fhir+json') {
        throw new ServiceError('unsupported-media-type');
      }
      next();
    },
    express.raw({ type: () => true, limit: maxBytes }),
    (request, _response, next) => {
      request.body = parse(request.body);
      next();
    },
  ];
}

function parse(body: unknown): unknown {
  const bytes = body instanceof Uint8Array ? body : new Uint8Array();
  const bomb = findJsonBomb(bytes);
  if (bomb) throw invalid(bomb === 'too-deep' ? 'It is nested too deeply.' : 'It has too many members.');
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    // The parser's own message quotes the body, which may hold patient data.
    throw invalid('The body is not JSON in UTF-8.');
  }
}

function invalid(detail: string): ServiceError {
  return new ServiceError('request-invalid', { detail, keys: ['body'] });
}
