export { UnreadableFile, UnwritableWorkbook, type UnreadableCode } from './errors';
export type { ReadLimits } from './limits';
export { isPasswordHash } from './protection';
export { readXlsx, type OmittedFeature, type ReadOptions } from './read';
export { writeXlsx } from './write';
