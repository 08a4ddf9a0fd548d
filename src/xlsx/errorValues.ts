/** Error values a file may hold. Newer ones (`#SPILL!`, `#CALC!`) and a circle stand as `#VALUE!`, as Excel writes them. */
const IN_FILES = ['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A', '#GETTING_DATA'];
const REPLACED = ['#SPILL!', '#CALC!', '#CYCLE!'];

export const isErrorValue = (value: unknown): value is string =>
  typeof value === 'string' && (IN_FILES.includes(value) || REPLACED.includes(value));

export const errorForFile = (error: string): string => (IN_FILES.includes(error) ? error : '#VALUE!');
