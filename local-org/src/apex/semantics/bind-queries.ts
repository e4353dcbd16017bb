/** SOQL in brackets: checked by the planner, its binds bound and compared with what they meet. */
import type * as ast from '../syntax/ast.ts';
import type {Bind, Condition, SoqlFunction, SoqlQuery, SoqlValue} from '../syntax/soql-ast.ts';
import {planQuery} from '../../data/soql/plan.ts';
import type {BindUse, QueryPlan} from '../../data/soql/query-engine.ts';
import {isError} from '../../diagnostics/diagnostic.ts';
import {isRefused} from './bind-operators.ts';
import {errorExpression, unsupported} from './body.ts';
import type {Body} from './body.ts';
import {isNumeric, isSObject, operandTypeOf} from './operand-types.ts';
import type {OperandType, TypedExpression} from './typed-tree.ts';
import type {Type} from './symbols.ts';
import type {Unit} from './unit.ts';
import {unsupportedType} from './unsupported-types.ts';
import type {Lack} from './unsupported-types.ts';

export function bindSoql(body: Body, {query, span}: ast.SoqlExpression): TypedExpression {
  const {unit} = body;
  const {universe} = unit;
  const binds = bindsOf(query).map((bind) => body.bind(bind.expression));
  const lack = unsupportedObject(unit, query);
  if (lack !== null) return unsupported(unit, lack.code, span, universe.listOf(universe.well.sobject), lack.message);
  const {plan, diagnostics} = planQuery(query, universe.schema, unit.path);
  unit.diagnostics.push(...diagnostics);
  if (plan === null) {
    const missing = diagnostics.find((diagnostic) => !isError(diagnostic));
    if (missing === undefined || diagnostics.some(isError)) return errorExpression(unit, span);
    return {kind: 'unsupported', code: missing.code, message: missing.message, type: anyRecords(body, query), span};
  }
  plan.binds.forEach((use, index) => {
    const bind = binds[index];
    if (bind !== undefined && !isRefused(bind)) checkBind(unit, bind, use);
  });
  if (plan.object.kind === 'custom metadata' && query.forClause.includes('update'))
    unit.report('E412', span, `Cannot lock rows for an SObject type that can not be updated: ${plan.object.name}`);
  if (binds.some(isRefused)) return errorExpression(unit, span);
  const common = {kind: 'query', query, binds, object: plan.object, span} as const;
  if (plan.kind === 'count') return {...common, result: 'count', type: universe.well.integer};
  return {...common, result: 'list', type: universe.listOf(recordType(unit, plan))};
}

export function unsupportedObject({universe}: Unit, {from: [from]}: SoqlQuery): Lack | null {
  const names = from?.object.parts.map(({text}) => text) ?? [];
  return names.length === 1 && universe.schema.object(names.join('')) === null ? unsupportedType(names, universe.schema) : null;
}

function recordType({universe}: Unit, {kind, object}: QueryPlan): Type {
  const symbol = universe.findType(kind === 'aggregate' ? ['AggregateResult'] : ['Schema', object.name], null);
  if (symbol === null) throw new Error(`No type is called ${object.name}`);
  return universe.typeOf(symbol);
}

/** What a query that can't be planned would have given. */
function anyRecords({unit}: Body, query: SoqlQuery): Type {
  const {universe} = unit;
  const [from] = query.from;
  const symbol = from === undefined ? null : universe.findType(['Schema', ...from.object.parts.map(({text}) => text)], null);
  return universe.listOf(symbol === null ? universe.well.sobject : universe.typeOf(symbol));
}

/** The binds of a query in the order of their index, which is that of the text. */
export function bindsOf(query: SoqlQuery): readonly Bind[] {
  return [...bindsIn(query)].sort((left, right) => left.index - right.index);
}

function* bindsIn(query: SoqlQuery): Iterable<Bind> {
  for (const item of query.select) {
    if (item.kind === 'subquery') yield* bindsIn(item.query);
    if (item.kind === 'function') yield* bindsInFunction(item.call);
  }
  if (query.where !== null) yield* bindsInCondition(query.where);
  for (const item of query.groupBy?.items ?? []) if (item.kind === 'function') yield* bindsInFunction(item);
  if (query.having !== null) yield* bindsInCondition(query.having);
  for (const {field} of query.orderBy) if (field.kind === 'function') yield* bindsInFunction(field);
  if (query.limit?.kind === 'bind') yield query.limit;
  if (query.offset?.kind === 'bind') yield query.offset;
}

function* bindsInCondition(condition: Condition): Iterable<Bind> {
  switch (condition.kind) {
    case 'and':
    case 'or':
      for (const part of condition.conditions) yield* bindsInCondition(part);
      return;
    case 'not':
      yield* bindsInCondition(condition.condition);
      return;
    case 'comparison':
      if (condition.left.kind === 'function') yield* bindsInFunction(condition.left);
      yield* bindsInValue(condition.right);
  }
}

function* bindsInFunction({arguments: args}: SoqlFunction): Iterable<Bind> {
  for (const argument of args) {
    if (argument.kind === 'bind') yield argument;
    if (argument.kind === 'function') yield* bindsInFunction(argument);
  }
}

function* bindsInValue(value: SoqlValue): Iterable<Bind> {
  switch (value.kind) {
    case 'bind':
      yield value;
      return;
    case 'list':
      for (const part of value.values) if (part.kind === 'bind') yield part;
      return;
    case 'subquery':
      yield* bindsIn(value.query);
      return;
    default:
  }
}

/** "Invalid bind expression type of Integer for column of type String". */
export function checkBind(unit: Unit, bind: TypedExpression, {kind, valueType}: BindUse): void {
  const {universe} = unit;
  const {type} = bind;
  if (type.kind === 'null') return;
  if (kind === 'number') {
    const operandType = operandTypeOf(universe, type);
    if (operandType !== 'Integer' && operandType !== 'Long') reportBind(unit, bind, 'Integer');
    return;
  }
  const elements = elementType(unit, type);
  if (kind === 'collection' && elements === null) {
    unit.report('E332', bind.span, `IN operator must be used with an iterable expression: ${unit.display(type)}`);
    return;
  }
  const compared = elements ?? type;
  if (valueType !== null && !fits(unit, compared, valueType)) reportBind(unit, bind, valueType);
}

function reportBind(unit: Unit, {type, span}: TypedExpression, column: string): void {
  unit.report('E332', span, `Invalid bind expression type of ${unit.display(type)} for column of type ${column}`);
}

/** The elements of a List or Set, or of what can be iterated over. */
function elementType({universe}: Unit, type: Type): Type | null {
  if (type.kind !== 'class') return null;
  const iterable = [type, ...universe.supertypes(type)].find(({symbol}) => /^(list|set|iterable)$/.test(symbol.name.toLowerCase()));
  return iterable?.arguments[0] ?? null;
}

function fits({universe}: Unit, type: Type, column: string): boolean {
  const found = operandTypeOf(universe, type);
  if (found === 'Object') return type.kind !== 'class' || type.symbol === universe.well.object.symbol;
  const isNumber = (name: string): boolean => isNumeric(name as OperandType);
  switch (column) {
    case 'Id':
      return found === 'Id' || found === 'String' || isSObject(universe, type);
    case 'String':
      return found === 'String' || found === 'Id' || found === 'Enum';
    case 'Date':
    case 'Datetime':
      return found === 'Date' || found === 'Datetime';
    case 'Boolean':
    case 'Time':
      return found === column;
    default:
      return !isNumber(column) || isNumeric(found);
  }
}
