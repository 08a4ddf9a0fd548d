export { UnreadableFile, UnwritableWorkbook, type UnreadableCode } from './errors';
export type { ReadLimits } from './limits';
export { isPasswordHash } from './protection';
export type { Loss } from './losses';
export { readXlsx, type ReadOptions } from './read';
export { writeXlsx } from './write';
