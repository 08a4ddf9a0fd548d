/** Microsoft's client against the stand-in's workbook, for Node; a page imports `./dispatcher`, which needs nothing of Node. */
export { startClient, type ClientOptions, type RichApiClient } from './client';
export { type BatchCost, type Counters } from './counters';
export { RichApiHost, type RichApiHostOptions } from './dispatcher';
export { type Fault } from './faults';
export { VIETNAMESE, type Culture } from './hostState';
export { type EventEntry } from './wire';
