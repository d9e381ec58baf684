import type { Bundle, FhirResource, Resource } from 'fhir/r4';
import { describe, expect, it } from 'vitest';
import type { FhirServer } from '#smart-app/api/fhir.ts';
import { saveRecord } from '#smart-app/write/save-record.ts';

const urn = 'urn:uuid:7f0c2f5e-3a51-4f0e-9a53-5a0c6a1f2b00';
const bundle: Bundle<FhirResource> = {
  resourceType: 'Bundle',
  type: 'transaction',
  entry: [
    {
      fullUrl: urn,
      resource: { resourceType: 'ClinicalImpression', status: 'completed', subject: {} },
      request: { method: 'POST', url: 'ClinicalImpression', ifNoneExist: 'identifier=1' },
    },
    {
      resource: { resourceType: 'Task', status: 'requested', intent: 'order', focus: { reference: urn } },
      request: { method: 'POST', url: 'Task', ifNoneExist: 'identifier=1/handover' },
    },
  ],
};

function server(change: Partial<FhirServer>): FhirServer {
  const refuse = () => Promise.reject(new Error('not expected'));
  return {
    read: refuse,
    search: refuse,
    transaction: refuse,
    create: refuse,
    update: refuse,
    remove: refuse,
    capabilities: refuse,
    ...change,
  };
}

describe('saveRecord', () => {
  it('reads the references from the answer to a transaction', async () => {
    const transaction = async (): Promise<Bundle> => ({
      resourceType: 'Bundle',
      type: 'transaction-response',
      entry: [
        { response: { status: '201', location: 'https://ehr/fhir/ClinicalImpression/1/_history/1' } },
        { response: { status: '200', location: 'Task/2' } },
      ],
    });
    expect(await saveRecord(server({ transaction }), bundle, 'transaction')).toEqual([
      'ClinicalImpression/1',
      'Task/2',
    ]);
  });

  it('does not call it kept when the answer does not say where', async () => {
    const transaction = async (): Promise<Bundle> => ({
      resourceType: 'Bundle',
      type: 'transaction-response',
    });
    await expect(saveRecord(server({ transaction }), bundle, 'transaction')).rejects.toMatchObject({
      code: 'refused-by-server',
    });
  });

  it('SM-43 creates one by one with the same conditions, and puts the given references in', async () => {
    const calls: [Resource, string | undefined][] = [];
    const create = async (resource: Resource, ifNoneExist?: string) => {
      calls.push([resource, ifNoneExist]);
      return `${resource.resourceType}/${calls.length}`;
    };
    await saveRecord(server({ create }), bundle, 'ordered');
    expect(calls.map(([, condition]) => condition)).toEqual(['identifier=1', 'identifier=1/handover']);
    expect(calls[1]?.[0]).toMatchObject({ focus: { reference: 'ClinicalImpression/1' } });
  });

  it('SM-21 takes back what was written when a later entry fails', async () => {
    const removed: string[] = [];
    const create = async (resource: Resource) => {
      if (resource.resourceType === 'Task') throw new Error('refused');
      return 'ClinicalImpression/1';
    };
    const remove = async (reference: string) => void removed.push(reference);
    await expect(saveRecord(server({ create, remove }), bundle, 'ordered')).rejects.toThrow('refused');
    expect(removed).toEqual(['ClinicalImpression/1']);
  });

  it('SM-21 marks as entered in error what it may not delete', async () => {
    const updated: unknown[] = [];
    const create = async (resource: Resource) => {
      if (resource.resourceType === 'Task') throw new Error('refused');
      return 'ClinicalImpression/1';
    };
    const places = server({
      create,
      remove: () => Promise.reject(new Error('forbidden')),
      read: async () => ({ resourceType: 'ClinicalImpression', id: '1', status: 'completed' }) as never,
      update: async (resource) => void updated.push(resource),
    });
    await expect(saveRecord(places, bundle, 'ordered')).rejects.toThrow('refused');
    expect(updated).toEqual([expect.objectContaining({ id: '1', status: 'entered-in-error' })]);
  });
});
