/** `new`: objects, records, collections, arrays. */
import type * as ast from '../syntax/ast.ts';
import {assignTo, convert} from './bind-conversions.ts';
import {bindNewRecord} from './bind-new-record.ts';
import {isRefused} from './bind-operators.ts';
import {initializerMistake} from './check-collection-arguments.ts';
import {bindType} from './bind-types.ts';
import {errorExpression, refuse} from './body.ts';
import type {Body} from './body.ts';
import {bindArguments, chooseMethod, signature} from './choose-method.ts';
import {isCollection, listElement, operandTypeOf} from './operand-types.ts';
import type {ClassType, Type} from './symbols.ts';
import type {TypedExpression} from './typed-tree.ts';
import type {Unit} from './unit.ts';
import {isVisible} from './visibility.ts';

type Span = ast.NewExpression['span'];

export function bindNew(body: Body, {type: reference, initializer, span}: ast.NewExpression): TypedExpression {
  const {unit} = body;
  const type = bindType(unit, reference, body);
  if (type.kind !== 'class') {
    bindParts(body, initializer);
    return errorExpression(unit, span);
  }
  switch (initializer.kind) {
    case 'arguments':
      return isRecordType(unit, type) ? bindNewRecord(body, type, initializer, span) : newObject(body, type, initializer.arguments, span);
    case 'fields':
      if (isRecordType(unit, type)) return bindNewRecord(body, type, initializer, span);
      bindParts(body, initializer);
      return refuse(
        unit,
        'E322',
        span,
        `Invalid constructor syntax, name=value pairs can only be used for SObjects: ${unit.display(type)}`,
      );
    case 'elements':
      return newCollection(body, type, initializer.elements, span);
    case 'entries':
      return newMap(body, type, initializer.entries, span);
    case 'size':
      return newArray(body, type, initializer.size, span);
  }
}

function isRecordType(unit: Unit, type: ClassType): boolean {
  return type.symbol.kind === 'sobject' || type.symbol === unit.universe.well.sobject.symbol;
}

/** What stands inside a `new` of an unknown type is looked at all the same. */
function bindParts(body: Body, initializer: ast.NewInitializer): void {
  switch (initializer.kind) {
    case 'arguments':
      initializer.arguments.forEach((argument) => body.bind(argument));
      return;
    case 'fields':
      initializer.fields.forEach(({value}) => body.bind(value));
      return;
    case 'elements':
      initializer.elements.forEach((element) => body.bind(element));
      return;
    case 'entries':
      initializer.entries.forEach(({key, value}) => [body.bind(key), body.bind(value)]);
      return;
    case 'size':
      body.bind(initializer.size);
  }
}

function newObject(body: Body, type: ClassType, expressions: readonly ast.Expression[], span: Span): TypedExpression {
  const {unit} = body;
  const {symbol} = type;
  const args = bindArguments(body, expressions);
  if (symbol.kind === 'class' && symbol.isAbstract && symbol.origin === 'source')
    return refuse(unit, 'E320', span, `Abstract classes cannot be constructed: ${unit.display(type)}`);
  const constructors = symbol.kind === 'class' ? unit.universe.findConstructors(type) : [];
  if (args === null) return errorExpression(unit, span);
  if (args.length === 0) {
    if (isCollection(unit.universe, type, 'map')) return {kind: 'new map', entries: [], type, span};
    if (isCollection(unit.universe, type, 'list') || isCollection(unit.universe, type, 'set'))
      return {kind: 'new collection', elements: [], type, span};
  }
  const mistake = initializerMistake(unit, type, args);
  if (mistake !== null) return refuse(unit, 'E319', span, mistake);
  if (constructors.length === 0) return refuse(unit, 'E321', span, `Type cannot be constructed: ${unit.display(type)}`);
  const choice = chooseMethod(unit, constructors, args);
  const called = signature(unit, '', args);
  if (choice.kind === 'none') return refuse(unit, 'E205', span, `Constructor not defined: [${unit.display(type)}].<Constructor>${called}`);
  if (choice.kind === 'ambiguous') return refuse(unit, 'E206', span, `Ambiguous method signature: ${unit.display(type)}${called}`);
  if (!isVisible(unit.universe, choice.method, body))
    unit.report('E209', span, `Method is not visible: [${unit.display(type)}].<Constructor>${called}`);
  return {kind: 'new object', constructor: choice.method, arguments: choice.arguments, type, span};
}

function newCollection(body: Body, type: ClassType, expressions: readonly ast.Expression[], span: Span): TypedExpression {
  const {unit} = body;
  const elements = expressions.map((element) => body.bind(element));
  if (isCollection(unit.universe, type, 'map')) {
    if (elements.length === 0) return {kind: 'new map', entries: [], type, span};
    return refuse(unit, 'E319', span, `Invalid initializer for ${unit.display(type)}: expected key => value`);
  }
  const [element] = type.arguments;
  if (element === undefined || !(isCollection(unit.universe, type, 'list') || isCollection(unit.universe, type, 'set')))
    return refuse(unit, 'E321', span, `Type cannot be constructed: ${unit.display(type)}`);
  const converted = elements.map((value) => initial(unit, value, element));
  return {kind: 'new collection', elements: converted, type, span};
}

function initial(unit: Unit, value: TypedExpression, type: Type): TypedExpression {
  if (isRefused(value)) return value;
  const converted = convert(unit, value, type);
  if (converted !== null) return converted;
  const message = `Initial expression is of incorrect type, expected: ${unit.display(type)} but was: ${unit.display(value.type)}`;
  return refuse(unit, 'E319', value.span, message);
}

function newMap(
  body: Body,
  type: ClassType,
  expressions: readonly {readonly key: ast.Expression; readonly value: ast.Expression}[],
  span: Span,
): TypedExpression {
  const {unit} = body;
  const bound = expressions.map(({key, value}) => ({key: body.bind(key), value: body.bind(value)}));
  const [keyType, valueType] = type.arguments;
  if (!isCollection(unit.universe, type, 'map') || keyType === undefined || valueType === undefined)
    return refuse(unit, 'E321', span, `Type cannot be constructed: ${unit.display(type)}`);
  const part = (value: TypedExpression, expected: Type, name: 'key' | 'value'): TypedExpression => {
    const converted = isRefused(value) ? value : convert(unit, value, expected);
    return converted ?? refuse(unit, 'E319', value.span, `Invalid ${name} type ${unit.display(value.type)} for ${unit.display(expected)}`);
  };
  const entries = bound.map(({key, value}) => ({key: part(key, keyType, 'key'), value: part(value, valueType, 'value')}));
  return {kind: 'new map', entries, type, span};
}

/** `new Integer[3]`; `new Lead[leads]` copies a list. */
function newArray(body: Body, type: ClassType, expression: ast.Expression, span: Span): TypedExpression {
  const {unit} = body;
  const {universe} = unit;
  const size = body.bind(expression);
  const element = listElement(universe, type);
  if (isRefused(size) || element === null) return errorExpression(unit, span);
  if (operandTypeOf(universe, size.type) === 'Integer') return {kind: 'new array', size, type, span};
  const choice = chooseMethod(unit, universe.findConstructors(type), [size]);
  if (choice.kind === 'found') return {kind: 'new object', constructor: choice.method, arguments: choice.arguments, type, span};
  const message = `Invalid initializer type ${unit.display(size.type)} found for List<${unit.display(element)}>: expected an Integer or a List of type ${unit.display(element)}`;
  return refuse(unit, 'E319', size.span, message);
}

export function bindIndex(body: Body, {target: list, index: at, span}: ast.IndexExpression): TypedExpression {
  const {unit} = body;
  const target = body.bind(list);
  const index = body.bind(at);
  if (isRefused(target) || isRefused(index)) return errorExpression(unit, span);
  const element = listElement(unit.universe, target.type);
  if (element === null) return refuse(unit, 'E318', list.span, `Expression must be a list type: ${unit.display(target.type)}`);
  const integer = unit.universe.well.integer;
  const converted = convert(unit, index, integer);
  if (converted === null)
    return refuse(unit, 'E317', at.span, `List index must be of type ${unit.display(integer)}: ${unit.display(index.type)}`);
  return {kind: 'index', target, index: assignTo(unit, converted, integer), type: element, span};
}
