import { describe, expect, it } from 'vitest';
import { writeCompletion, writeSearch } from '#cds-service/retrieval/weaviate/write-search.ts';

const place = { collection: 'C', tenants: ['_shared', 'north'] };
const query = { text: '', rules: [], limit: 6 };
const search = { query, vector: undefined, stems: ['croup'], depth: 40 };

describe('writeSearch', () => {
  it('asks each tenant for itself, and for the generation of the library', () => {
    const text = writeSearch(place, search);
    expect(text.match(/tenant:"[^"]+"/g)).toEqual(['tenant:"_shared"', 'tenant:"north"']);
    expect(text).toContain('library:PrescreenLibrary(limit:1){generation}');
  });

  it('weighs fields in whole numbers: Weaviate takes others for zero', () => {
    expect(writeSearch(place, search)).toContain('["titleStems^6","textStems^2","aliasStems^3"]');
  });

  it('asks for nothing that is not needed', () => {
    const text = writeSearch(place, { ...search, stems: [] });
    expect(text).not.toMatch(/near|bm25|supports/);
  });

  it('filters by what is known and by nothing else', () => {
    const filtered = writeSearch(place, {
      ...search,
      query: { ...query, ageGroup: 'child', pregnant: false },
    });
    expect(filtered).toContain('valueText:["child"]');
    expect(filtered).toContain('valueText:["any","never"]');
    expect(filtered).not.toContain('settings');
  });

  it('cannot be talked into other syntax by a rule id or a word', () => {
    const text = writeSearch(place, { ...search, query: { ...query, rules: ['a"]}){x} evil:C(limit:1'] } });
    expect(text).toContain('valueText:["a\\"]}){x} evil:C(limit:1"]');
  });
});

describe('writeCompletion', () => {
  it('is no request when nothing is missing', () => {
    expect(writeCompletion(place, { vector: new Float32Array(2), cosines: [], bodies: [] })).toBeUndefined();
  });
});
