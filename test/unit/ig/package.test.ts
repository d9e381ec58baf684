import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { assessmentSchema } from '#fhir-mappers/assessment.ts';
import { assessmentJsonSchema, openApi } from '#ig/build/open-api.ts';
import { packed } from '#ig/build/tarball.ts';
import { anAssessment } from '../../support/assessment.ts';

describe('the package', () => {
  it('is a tar that holds each file under its name with its size', () => {
    const tar = gunzipSync(packed([{ name: 'package/a.json', text: '{"é":1}' }]));
    expect(tar.toString('utf8', 0, 14)).toBe('package/a.json');
    expect(Number.parseInt(tar.toString('utf8', 124, 135), 8)).toBe(8);
    expect(tar.toString('utf8', 512, 520)).toBe('{"é":1}');
  });

  it('is the same bytes for the same files', () => {
    const files = [{ name: 'package/a.json', text: '{}' }];
    expect(packed(files).equals(packed(files))).toBe(true);
  });
});

describe('the JSON Schema of the assessment', () => {
  it('asks for what the parser asks for', () => {
    const schema = assessmentJsonSchema() as { required: string[]; properties: object };
    const assessment = assessmentSchema.parse(anAssessment());
    expect(Object.keys(schema.properties)).toEqual(expect.arrayContaining(Object.keys(assessment)));
    for (const key of schema.required) {
      expect(assessmentSchema.safeParse({ ...assessment, [key]: undefined }).success, key).toBe(false);
    }
  });
});

describe('the OpenAPI description', () => {
  it('has every route of the service that a client may call', () => {
    expect(Object.keys(openApi('1').paths as object)).toEqual([
      '/cds-services',
      '/cds-services/nurse-triage',
      '/cds-services/nurse-triage/feedback',
      '/app/config.json',
      '/api/session',
      '/api/assessment',
      '/api/assess',
      '/api/preview',
      '/api/sign',
      '/api/written',
      '/api/verify',
      '/.well-known/jwks.json',
      '/health',
      '/ready',
      '/metrics',
    ]);
  });

  it('refers to no schema that it lacks', () => {
    const text = JSON.stringify(openApi('1'));
    const { components } = openApi('1') as { components: { schemas: object } };
    const named = [...text.matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name]) => name);
    expect(Object.keys(components.schemas)).toEqual(expect.arrayContaining([...new Set(named)]));
  });
});
