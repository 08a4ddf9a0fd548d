import { finding, hasErrors } from '../../src/covenant/findings';

const warning = finding('cluster-small', null, { units: 2 });
const error = finding('no-criteria', null, {});

describe('findings', () => {
  it('the severity follows from the code', () => {
    expect(warning.severity).toBe('warning');
    expect(error.severity).toBe('error');
  });

  it('carry a fix only where there is one', () => {
    expect('fix' in error).toBe(false);
    const fix = { sheet: 'A', cell: 'B2', put: { number: 1 } };
    expect(finding('date-for-number', null, { unit: 'A', line: '1' }, fix).fix).toEqual(fix);
  });

  it.each([
    [[], false],
    [[warning], false],
    [[warning, error], true],
  ])('warnings alone are no errors (case %#)', (findings, errors) => {
    expect(hasErrors(findings)).toBe(errors);
  });
});
