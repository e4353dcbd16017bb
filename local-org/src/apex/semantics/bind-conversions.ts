/** Implicit conversions: they are written into the tree wherever a value meets a type. */
import type {Span} from '../../diagnostics/source-location.ts';
import {errorExpression} from './body.ts';
import {isPolymorphicParent} from './conversions.ts';
import {isSObject, listElement} from './operand-types.ts';
import type {Type} from './symbols.ts';
import type {TypedExpression} from './typed-tree.ts';
import type {Unit} from './unit.ts';
import type {Universe} from './universe.ts';

/** The value as one of `target`, or null where there is no conversion without a cast. */
export function convert(unit: Unit, value: TypedExpression, target: Type): TypedExpression | null {
  const {universe} = unit;
  if (value.type.kind === 'error' || target.kind === 'error') return value;
  if (value.type.kind === 'void' || target.kind === 'void') return null;
  // What cannot run has whatever type its place wants.
  if (value.type.kind === 'null' || value.kind === 'unsupported') return {...value, type: target};
  const single = value.kind === 'query' && value.result === 'list' ? singleRecord(unit, value, target) : null;
  if (single !== null) return single;
  const conversion = universe.conversion(value.type, target);
  if (conversion === null) return dynamicRecord(unit, value, target) ?? parentRecord(unit, value, target);
  return conversion === 'same' ? value : {kind: 'convert', value, type: target, span: value.span};
}

/** A query whose place wants one record gives one (Apex Developer Guide, "Working with SOQL Query Results": `Account a = [SELECT …]`). */
function singleRecord(unit: Unit, query: Extract<TypedExpression, {kind: 'query'}>, target: Type): TypedExpression | null {
  const record = recordOf(unit, query);
  if (record === null || !isSObject(unit.universe, target)) return null;
  return convert(unit, record, target);
}

/** The query (or what stands for one that isn't supported) as one that gives a single record; null for any other expression. */
export function recordOf(unit: Unit, query: TypedExpression): TypedExpression | null {
  const element = listElement(unit.universe, query.type);
  if (element === null || (query.kind === 'query' && query.result !== 'list')) return null;
  if (query.kind === 'query') return {...query, result: 'single', type: element};
  return query.kind === 'unsupported' ? {...query, type: element} : null;
}

/** `Lead l = Database.query(text)`: what dynamic SOQL gives is a query's result like any other. */
function dynamicRecord({universe}: Unit, value: TypedExpression, target: Type): TypedExpression | null {
  if (!isDynamicQuery(universe, value) || !isSObject(universe, target)) return null;
  const record: TypedExpression = {kind: 'convert', value, type: universe.well.sobject, span: value.span};
  return universe.isSame(target, universe.well.sobject) ? record : {kind: 'cast', value: record, type: target, span: value.span};
}

/** `User owner = record.Owner`: the parent is the record that it is, which shows when the program runs. */
function parentRecord({universe}: Unit, value: TypedExpression, target: Type): TypedExpression | null {
  if (!isPolymorphicParent(value.type) || !isSObject(universe, target)) return null;
  return {kind: 'cast', value, type: target, span: value.span};
}

/** A call of `Database.query` or `Database.queryWithBinds`, or of `getSObjects` of a record. */
export function isQueryResult(universe: Universe, value: TypedExpression): boolean {
  return isDynamicQuery(universe, value) || (value.kind === 'call' && value.method.name.toLowerCase() === 'getsobjects');
}

function isDynamicQuery(universe: Universe, value: TypedExpression): boolean {
  if (value.kind !== 'call' || !/^query(withbinds)?$/i.test(value.method.name)) return false;
  return value.method.owner === universe.findType(['System', 'Database'], null);
}

/** As `convert`, where the program is wrong if there is none. */
export function assignTo(unit: Unit, value: TypedExpression, target: Type, span: Span = value.span): TypedExpression {
  if (isWithoutValue(unit, value)) return errorExpression(unit, span);
  const converted = convert(unit, value, target);
  if (converted !== null) return converted;
  unit.report('E301', span, `Illegal assignment from ${unit.display(value.type)} to ${unit.display(target)}`);
  return errorExpression(unit, span);
}

/** Refuses a call of a void method where a value is needed. */
export function isWithoutValue(unit: Unit, value: TypedExpression): boolean {
  if (value.type.kind !== 'void') return false;
  unit.report('E326', value.span, 'The method returns no value: its call cannot be used as one');
  return true;
}
