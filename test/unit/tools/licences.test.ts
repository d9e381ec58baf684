import { describe, expect, it } from 'vitest';
import { checkThisProject, findLicenceProblems, isAllowed } from '../../../tools/licences.ts';

const FINE = { license: 'MIT', integrity: 'sha512-x' };

describe('licences', () => {
  it('of everything shipped are permissive, with checksums, and scripts at installation are decided on', () => {
    const { checked, problems } = checkThisProject();
    expect(problems).toEqual([]);
    expect(checked).toBeGreaterThan(100);
  });

  it.each([
    ['MIT', true],
    ['(MIT OR GPL-3.0-or-later)', true],
    ['(MIT AND Zlib)', true],
    ['MIT AND GPL-3.0-only', false],
    ['(MIT AND GPL-3.0-only) OR ISC', true],
    ['GPL-3.0-only', false],
    ['MIT WITH something', false],
    ['(MIT', false],
    ['', false],
  ])('%s: may be shipped is %s', (expression, allowed) => {
    expect(isAllowed(expression)).toBe(allowed);
  });

  it('names a package with another licence, without a checksum or with a script', () => {
    const found = findLicenceProblems(
      {
        '': {},
        'node_modules/fine': FINE,
        'node_modules/copyleft': { ...FINE, license: 'AGPL-3.0-only' },
        'node_modules/a/node_modules/unchecked': { license: 'MIT' },
        'node_modules/scripted': { ...FINE, hasInstallScript: true },
        'node_modules/known-script': { ...FINE, hasInstallScript: true },
        'node_modules/tool': { ...FINE, license: 'AGPL-3.0-only', dev: true },
      },
      '.',
      { 'known-script': false },
    );
    expect(found.map(({ name }) => name)).toEqual(['copyleft', 'unchecked', 'scripted']);
  });

  it('does not take a licence that a person read for another text', () => {
    const duck = { license: 'BSD', integrity: 'sha512-x' };
    expect(findLicenceProblems({ 'node_modules/duck': duck }, 'no-such-folder', {})).toEqual([
      { name: 'duck', reason: 'its licence has another text' },
    ]);
  });
});
