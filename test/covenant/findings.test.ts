import { finding, hasErrors } from '../../src/covenant/findings';

const warning = finding('cluster-small', null, { units: 2 });
const error = finding('no-criteria', null, {});

describe('findings', () => {
  it('have the severity of their code', () => {
    expect(warning.severity).toBe('warning');
    expect(error.severity).toBe('error');
  });

  it('have the field `fix` only if there is a fix', () => {
    expect('fix' in error).toBe(false);
    const fix = { sheet: 'A', cell: 'B2', put: { number: 1 } };
    expect(finding('date-for-number', null, { unit: 'A', line: '1' }, fix).fix).toEqual(fix);
  });

  it.each([
    [[], false],
    [[warning], false],
    [[warning, error], true],
  ])('warnings are not errors (case %#)', (findings, errors) => {
    expect(hasErrors(findings)).toBe(errors);
  });
});
