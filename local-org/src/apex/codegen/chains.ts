/**
 * What follows a dot or stands in brackets: fields, properties, calls, elements. A `?.` ends the whole chain that follows it with null
 * (Apex Developer Guide, "Safe Navigation Operator": "the right-hand side isn't evaluated and the result is null").
 */
import type {SObjectDescriptor} from '../../data/descriptor.ts';
import type {Span} from '../../diagnostics/source-location.ts';
import {isOrderedEnum} from '../semantics/supplement.ts';
import {objectStaticsClass} from '../semantics/supplement-sobjects.ts';
import type {FieldSymbol, MethodSymbol} from '../semantics/symbols.ts';
import type {TypedExpression} from '../semantics/typed-tree.ts';
import {callerVariables, seesVariables} from './caller-variables.ts';
import type {Emission} from './context.ts';
import {isQuiet} from './effects.ts';
import {
  aritySlot,
  constructorSlot,
  fieldSlot,
  getterSlot,
  isPlatformException,
  libraryClassName,
  member,
  methodSlot,
  quote,
} from './names.ts';
import {isNeverNull} from './nullness.ts';
import {emitUnrunQuery} from './queries.ts';

/** Nodes that have a target before the dot. */
export type ChainNode = Extract<TypedExpression, {kind: 'field' | 'property' | 'sobject field' | 'index' | 'call'}>;

/** A `?.` met on the way: the rest of the chain only happens if `text`, kept in `temporary`, isn't null. */
interface Guard {
  readonly temporary: string;
  readonly text: string;
}

export function emitChain(cx: Emission, node: ChainNode): string {
  const guards: Guard[] = [];
  const text = link(cx, node, guards);
  if (guards.length === 0) return text;
  return `(${guards.map((guard) => `(${guard.temporary} = ${guard.text}) === null ? null : `).join('')}${text})`;
}

function link(cx: Emission, node: ChainNode, guards: Guard[]): string {
  if ('target' in node && node.target === null) return staticMember(cx, node);
  const target = node.target as TypedExpression;
  const before = isChainNode(target) && target.target !== null ? link(cx, target, guards) : cx.emit(target);
  if (node.kind !== 'index' && node.safe) {
    const temporary = cx.scope.temporary();
    guards.push({temporary, text: before});
    return access(cx, node, temporary, true);
  }
  return access(cx, node, before, isNeverNull(target, cx.scope.neverNull));
}

export function isChainNode(node: TypedExpression): node is ChainNode {
  switch (node.kind) {
    case 'field':
    case 'property':
    case 'sobject field':
    case 'index':
    case 'call':
      return true;
    default:
      return false;
  }
}

function emitAll(cx: Emission, nodes: readonly TypedExpression[]): readonly string[] {
  return nodes.map((node) => cx.emit(node));
}

/**
 * A receiver is only missed when the arguments have been evaluated (the tests of apex-rollup rely on it: RollupCalcItemReplacer.addQueryableFields
 * ends because `record.getSObject(names.remove(0))` takes a name away where the record is null).
 */
function afterArguments(
  cx: Emission,
  nodes: readonly TypedExpression[],
  target: string,
  neverNull: boolean,
  use: (self: string, values: readonly string[]) => string,
): string {
  const values = emitAll(cx, nodes);
  if (neverNull || nodes.every(isQuiet)) return use(dereference(cx, target, neverNull), values);
  const self = cx.scope.temporary();
  const kept = values.map(() => cx.scope.temporary());
  const steps = [`${self} = ${target}`, ...values.map((value, index) => `${kept[index] ?? ''} = ${value}`)];
  return `(${steps.join(', ')}, ${use(dereference(cx, self, false), kept)})`;
}

/** `target`, or a NullPointerException. */
export function dereference(cx: Emission, target: string, neverNull: boolean): string {
  return neverNull ? target : `(${target} ?? ${cx.unit.operation('throwNull')}())`;
}

function access(cx: Emission, node: ChainNode, target: string, neverNull: boolean): string {
  switch (node.kind) {
    case 'field':
      return member(dereference(cx, target, neverNull), fieldSlot(node.field));
    case 'property':
      return getProperty(cx, node.field, dereference(cx, target, neverNull), node);
    case 'sobject field':
      return recordField(cx, node, target);
    case 'index':
      return afterArguments(cx, [node.index], target, neverNull, (self, [index]) => `${self}.get(${index ?? 'null'})`);
    case 'call':
      if (node.isSuper || takesNull(node.method)) return instanceCall(cx, node, target, emitAll(cx, node.arguments));
      return afterArguments(cx, node.arguments, target, neverNull, (self, values) => instanceCall(cx, node, self, values));
  }
}

function getProperty(cx: Emission, field: FieldSymbol, target: string, node: ChainNode): string {
  if (field.owner.origin === 'source') return `${member(target, getterSlot(field))}()`;
  return `${cx.unit.library(field.owner, 'get ' + field.name, node.span)}($rt, ${target})`;
}

function recordField(cx: Emission, node: Extract<TypedExpression, {kind: 'sobject field'}>, target: string): string {
  const ofParent = mayBeMissing(node) ? 'OfParent' : '';
  const {access: kind, field} = node;
  if (kind === 'value' && isOfSeveralObjects(node.target)) return `${cx.unit.operation('getFieldOfAny')}(${target}, ${quote(field.key)})`;
  if (kind === 'value') {
    const read = field.valueType === 'Boolean' ? 'getBoolean' : 'getField';
    return `${cx.unit.operation(read + ofParent)}(${target}, ${String(field.index)})`;
  }
  if (kind === 'parent') return `${cx.unit.operation('getParent' + ofParent)}(${target}, ${String(field.index)})`;
  return `${cx.unit.operation('getChildren')}(${target}, ${JSON.stringify(kind.children)}, ${cx.unit.references.emptyList(node.type)})`;
}

/**
 * Whether the field reads null where there is no record: behind a lookup, and in a member of an object that is named with the object before it. There
 * `Id` alone fails, as all fields of a variable or of a member named alone do (Salesforce Stack Exchange 135750; blog.enree.co, "Null exception not
 * thrown"; RollupLimitsTest.doesNotThrowForNullControl of apex-rollup).
 */
function mayBeMissing({field, target}: Extract<TypedExpression, {kind: 'sobject field'}>): boolean {
  switch (target.kind) {
    case 'sobject field':
      return target.access === 'parent';
    case 'field':
    case 'property':
      return field.key !== 'id' && target.target !== null && !(target.target.kind === 'this' && target.target.isImplied);
    default:
      return false;
  }
}

/** What a lookup to several objects gives is typed as `Name`. */
function isOfSeveralObjects({type}: TypedExpression): boolean {
  return type.kind === 'class' && type.symbol.descriptor?.key === 'name';
}

function staticMember(cx: Emission, node: ChainNode): string {
  switch (node.kind) {
    case 'field':
      return member(cx.unit.statics(node.field.owner), fieldSlot(node.field));
    case 'property': {
      const {field} = node;
      if (field.owner.origin === 'source') return `${cx.unit.staticName(field.owner, getterSlot(field), field.name)}()`;
      return `${cx.unit.library(field.owner, 'get ' + field.name, node.span)}($rt)`;
    }
    case 'call':
      return staticCall(cx, node);
    case 'index':
    case 'sobject field':
      throw new Error(`A ${node.kind} has no target.`);
  }
}

// ---------------------------------------------------------------------------------------------------------------- calls

type Call = Extract<TypedExpression, {kind: 'call'}>;

function staticCall(cx: Emission, {method, arguments: args, span}: Call): string {
  const values = args.map((argument) => emitUnrunQuery(cx, method, argument) ?? cx.emit(argument));
  const {owner} = method;
  if (owner.descriptor !== null) return objectStatic(cx, owner.descriptor, method, values, span);
  if (owner.kind === 'enum') return enumStatic(cx, method, values);
  if (owner.origin !== 'source') {
    const variables = seesVariables(method) ? [callerVariables(cx)] : [];
    return `${cx.unit.libraryMethod(method, span)}(${['$rt', ...values, ...variables].join(', ')})`;
  }
  return `${cx.unit.staticName(owner, method.key, method.name)}(${values.join(', ')})`;
}

/** `Lifecycle_Policy__mdt.getAll()`: registered for all objects of the kind, and handed the object's descriptor. */
function objectStatic(cx: Emission, object: SObjectDescriptor, method: MethodSymbol, values: readonly string[], span: Span): string {
  const className = objectStaticsClass(object);
  if (className === null) throw new Error(`${object.name} has no static methods.`);
  return `${cx.unit.libraryMember(className, method.key, span)}(${['$rt', cx.unit.references.object(object), ...values].join(', ')})`;
}

function enumStatic(cx: Emission, method: MethodSymbol, values: readonly string[]): string {
  const type = cx.unit.references.type({kind: 'class', symbol: method.owner, arguments: []});
  const name = method.name.toLowerCase() === 'values' ? 'enumValues' : 'enumValueOf';
  return `${cx.unit.operation(name)}(${['$rt', type, ...values].join(', ')})`;
}

function instanceCall(cx: Emission, node: Call, self: string, values: readonly string[]): string {
  const {method} = node;
  if (method.owner.kind === 'enum') return enumCall(cx, node, self);
  if (method.owner.origin === 'source') return sourceCall(cx, node, self, values);
  const ofObject = objectCall(method, self, values);
  if (ofObject !== null && !node.isSuper) return ofObject;
  const implementation = cx.unit.libraryMethod(method, node.span);
  if (node.isSuper || !mayBeImplementedInApex(method)) return `${implementation}(${['$rt', self, ...values].join(', ')})`;
  return virtualCall(cx, method, self, values, implementation);
}

/** A null Blob's `toString()` complains about an argument (the tests of apex-recipes rely on it: CustomRestEndpointRecipes_Tests). */
function takesNull({owner, name}: MethodSymbol): boolean {
  return libraryClassName(owner) === 'System.Blob' && name.toLowerCase() === 'tostring';
}

/** The order of a platform enum's constants is known for some alone. */
function enumCall(cx: Emission, {method, span}: Call, self: string): string {
  const {name, owner} = method;
  if (name.toLowerCase() === 'name') return `${cx.unit.operation('enumName')}(${self})`;
  if (owner.origin === 'source' || isOrderedEnum(libraryClassName(owner))) return `${cx.unit.operation('enumOrdinal')}(${self})`;
  return `${cx.unit.libraryMethod(method, span)}()`;
}

function sourceCall(cx: Emission, {method, isSuper}: Call, self: string, values: readonly string[]): string {
  if (isSuper) return `${member('super', methodSlot(method))}(${values.join(', ')})`;
  // `clone()` that no class has written.
  if (method.span === null && method.name.toLowerCase() === 'clone') return `${cx.unit.operation('cloneObject')}(${self})`;
  return `${member(self, methodSlot(method))}(${values.join(', ')})`;
}

/**
 * What every value answers, whatever it is. On a receiver that is typed Object, `equals` takes for the same what `==` does: Strings that differ in case
 * alone, for one (the tests of apex-mockery, ArgumentEqualsMatchable_equals_spec, say so).
 */
function objectCall({name, parameters, owner}: MethodSymbol, self: string, values: readonly string[]): string | null {
  if (owner.qualifiedName !== 'Object' && owner.qualifiedName !== 'System.Object') return null;
  switch (`${name.toLowerCase()}/${String(parameters.length)}`) {
    case 'tostring/0':
      return `$rt.stringOf(${self})`;
    case 'equals/1':
      return `$rt.looseEquals(${self}, ${values[0] ?? 'null'})`;
    case 'hashcode/0':
      return `$rt.hashCode(${self})`;
    default:
      return null;
  }
}

/** Whether a class of the project may stand behind a platform type. */
function mayBeImplementedInApex({owner, isVirtual}: MethodSymbol): boolean {
  return (
    owner.kind === 'interface' || (isVirtual && (owner.isAbstract || isPlatformException({kind: 'class', symbol: owner, arguments: []})))
  );
}

function virtualCall(cx: Emission, method: MethodSymbol, self: string, values: readonly string[], implementation: string): string {
  const temporary = cx.scope.temporary();
  const slot = aritySlot(method.name, values.length);
  const own = `${member(temporary, slot)}(${values.join(', ')})`;
  // Arguments are evaluated by the branch that is taken.
  return `(${member(`(${temporary} = ${self})`, slot)} !== undefined ? ${own} : ${implementation}(${['$rt', temporary, ...values].join(', ')}))`;
}

// ------------------------------------------------------------------------------------------------------------- creation

export function emitNewObject(cx: Emission, node: Extract<TypedExpression, {kind: 'new object'}>): string {
  const values = node.arguments.map((argument) => cx.emit(argument));
  const type = node.type.kind === 'class' ? node.type : null;
  if (type?.symbol.origin === 'source') {
    const slot = constructorSlot(node.constructor);
    return `${member(`new ${cx.unit.className(type.symbol)}()`, slot)}(${values.join(', ')})`;
  }
  const implementation = cx.unit.libraryMethod(node.constructor, node.span);
  const isGeneric = type !== null && type.arguments.length > 0;
  return `${implementation}(${['$rt', ...(isGeneric ? [cx.unit.references.type(node.type)] : []), ...values].join(', ')})`;
}
