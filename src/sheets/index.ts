/** The registry of sheets: the only list of their types. Its order is that of the tabs. */
import { LOCKED_PROTECTION } from '../spreadsheet/draft';
import type { PlanProtection } from '../spreadsheet/plan';
import type { KeyedSheet } from '../spreadsheet/snapshot';
import { awardsSheet } from './awards/definition';
import { baseSheet } from './base/definition';
import { charts } from './charts/definition';
import { decisions } from './decisions/definition';
import { covenantSheet } from './covenant/definition';
import { criteriaSheet } from './criteria/definition';
import type { SheetDefinition } from './definition';
import { detail } from './detail/definition';
import { guide } from './guide/definition';
import { minutes } from './minutes/definition';
import { recordSheet } from './record/definition';
import { seal } from './seal/definition';
import { summarySheet } from './summary/definition';
import { targetsSheet } from './targets/definition';
import { unitSheet } from './unit/definition';

const DEFINITIONS = [
  covenantSheet,
  criteriaSheet,
  targetsSheet,
  unitSheet,
  summarySheet,
  awardsSheet,
  decisions,
  minutes,
  detail,
  charts,
  seal,
  guide,
  recordSheet,
  baseSheet,
] as const;

type Registered = (typeof DEFINITIONS)[number];
type Scope = SheetDefinition['scope'];
/** The types of a scope, and the definitions of it. */
export type SheetTypeOf<S extends Scope> = Extract<Registered, { scope: S }>['type'];
export type DefinitionOf<S extends Scope> = Extract<Registered, { scope: S }>;
export type SheetType = Registered['type'];
export type DocumentType = SheetTypeOf<'document'>;

/** The definitions of one or more scopes, in the order of the tabs. */
export function definitionsOf<S extends Scope>(...scopes: readonly S[]): DefinitionOf<S>[] {
  return DEFINITIONS.filter((one): one is DefinitionOf<S> => scopes.some((scope) => scope === one.scope));
}

export const DOCUMENT_TYPES: readonly DocumentType[] = definitionsOf('document').map(({ type }) => type);

/** The definition of a sheet that was found; undefined where a later version of the add-in made it. */
export function definitionOf({ key }: Pick<KeyedSheet<string>, 'key'>): SheetDefinition | undefined {
  return DEFINITIONS.find(({ type }) => type === key.type);
}

/** The name that a sheet of a type gets where it is free. */
export function defaultName(type: Exclude<SheetType, SheetTypeOf<'unit'>>): string {
  return NAMES[type];
}

/** How a sheet of ours is protected once a command has written on it. */
export function protectionOf(sheet: Pick<KeyedSheet<string>, 'key'>): PlanProtection {
  return definitionOf(sheet)?.protection ?? LOCKED_PROTECTION;
}

/** A value for each of some definitions, by its type. */
export function byType<D extends Registered, V>(
  definitions: readonly D[],
  valueOf: (definition: D) => V,
): Record<D['type'], V> {
  const values: Record<string, V> = {};
  for (const definition of definitions) values[definition.type] = valueOf(definition);
  const isWhole = (record: Record<string, V>): record is Record<D['type'], V> =>
    definitions.every(({ type }) => type in record);
  if (!isWhole(values)) throw new RangeError('not every definition has a value');
  return values;
}

const NAMES = byType(definitionsOf('covenant', 'cluster', 'document', 'record', 'base'), ({ sheetName }) => sheetName);
