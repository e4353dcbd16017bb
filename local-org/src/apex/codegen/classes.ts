/**
 * Classes. An Apex object is an object of a JavaScript class whose constructor makes all fields null, those of superclasses too, and then gives them their
 * initial values, the superclass's first. Apex constructors are methods that are called on it afterwards, so that they can be overloaded. A method that a
 * superclass's constructor calls finds the initial values of the subclass's fields set, unlike in Java: the tests of fflib-apex-common rely on it
 * (fflib_SObjectUnitOfWorkTest, DerivedUnitOfWork).
 */
import type {TypeSymbol} from '../semantics/symbols.ts';
import type {TypedClass, TypedConstructor, TypedInitializer, TypedMethod, TypedProperty, TypedStatement} from '../semantics/typed-tree.ts';
import type {Emission, UnitContext} from './context.ts';
import {emitFunction, methodHead} from './functions.ts';
import {constructorSlot, fieldSlot, getterSlot, localName, member, methodSlot, quote, setterSlot} from './names.ts';
import {line} from './statement-lines.ts';
import {isInitializedOnTouch} from './static-initialization.ts';

/** Writes a class and its inner ones, each as an entry of the list `classes`. */
export function emitClass(unit: UnitContext, typed: TypedClass): void {
  if (typed.kind === 'class') {
    const name = unit.className(typed.symbol);
    unit.writer.write(`classes.push({name: ${quote(typed.symbol.qualifiedName)}, define(base) { return ${name} = class extends base {`);
    emitMembers(unit, typed);
    unit.writer.write('}; }});');
  }
  for (const inner of typed.innerTypes) emitClass(unit, inner);
}

function emitMembers(unit: UnitContext, typed: TypedClass): void {
  emitJavaScriptConstructor(unit, typed);
  if (typed.instanceInitializers.length > 0) emitFieldInitializers(unit, typed);
  for (const constructor of typed.constructors) emitConstructor(unit, typed, constructor);
  for (const method of typed.methods) if (!method.symbol.isStatic) emitMethod(unit, typed, method);
  for (const property of typed.properties) if (!property.field.isStatic) emitAccessors(unit, typed, property);
}

/** Whoever is made sets the initial values, once all fields of all its classes are there. Stubs and deserialised objects go without. */
function emitJavaScriptConstructor(unit: UnitContext, typed: TypedClass): void {
  const fields = instanceSlots(typed).map((slot) => `${member('this', slot)} = null;`);
  const touch = isInitializedOnTouch(typed) ? 'if ($S === null) $init(); ' : '';
  const initialize = `if (new.target === ${unit.className(typed.symbol)}) ${member('this', INITIALIZERS)}();`;
  unit.writer.write(`constructor() { ${touch}super(); ${[...fields, initialize].join(' ')} }`);
}

/** The properties of an instance, in the order of the source. */
function instanceSlots(typed: TypedClass): readonly string[] {
  const fields = typed.instanceInitializers.flatMap((initializer) => (initializer.kind === 'field' ? [fieldSlot(initializer.field)] : []));
  const backing = typed.properties
    .filter(({field, hasBackingField}) => !field.isStatic && hasBackingField)
    .map(({field}) => fieldSlot(field));
  return [...new Set([...fields, ...backing])];
}

/** The slot under which each class has its initial values. */
const INITIALIZERS = '<fields>';

function emitFieldInitializers(unit: UnitContext, {symbol, instanceInitializers}: TypedClass): void {
  const shape = {
    head: methodHead(INITIALIZERS),
    label: `Class.${symbol.qualifiedName}.<init>`,
    owner: symbol,
    isStatic: false,
    parameters: [],
    statements: blocksOf(instanceInitializers),
  };
  emitFunction(unit, shape, (cx) => {
    unit.writer.write(`${member('super', INITIALIZERS)}();`, symbol.declaration?.node.name.span.line ?? 0);
    emitInitializers(cx, instanceInitializers, 'this');
  });
}

export function blocksOf(initializers: readonly TypedInitializer[]): readonly TypedStatement[] {
  return initializers.flatMap((initializer) => (initializer.kind === 'block' ? [initializer.body] : []));
}

/** Assigns the initial values and runs the blocks, in the order of the source. */
export function emitInitializers(cx: Emission, initializers: readonly TypedInitializer[], holder: string): void {
  for (const initializer of initializers) {
    if (initializer.kind === 'block') cx.statement(initializer.body);
    else if (initializer.value !== null) {
      const mark = cx.scope.mark;
      line(cx, initializer.span.line, `${member(holder, fieldSlot(initializer.field))} = ${cx.emit(initializer.value)};`);
      cx.scope.release(mark);
    }
  }
}

function emitConstructor(unit: UnitContext, {symbol}: TypedClass, constructor: TypedConstructor): void {
  const shape = {
    head: methodHead(constructorSlot(constructor.symbol)),
    label: `Class.${symbol.qualifiedName}.<init>`,
    owner: symbol,
    isStatic: false,
    parameters: constructor.parameters,
    statements: [constructor.body],
    result: 'this',
  };
  emitFunction(unit, shape, (cx) => {
    emitDelegation(cx, symbol, constructor);
    cx.block(constructor.body);
    unit.writer.write('return this;');
  });
}

function emitDelegation(cx: Emission, symbol: TypeSymbol, {delegation, delegatesTo}: TypedConstructor): void {
  if (delegation !== null) {
    const slot = constructorSlot(delegation.constructor);
    const values = delegation.arguments.map((argument) => cx.emit(argument));
    // `this(…)` means the constructor of this class, though a subclass may have one with the same parameters.
    const call =
      delegatesTo === 'this'
        ? `${member(`${cx.unit.className(symbol)}.prototype`, slot)}.call(${['this', ...values].join(', ')})`
        : `${member('super', slot)}(${values.join(', ')})`;
    line(cx, delegation.span.line, `${call};`);
  } else if (symbol.superclass?.symbol.origin === 'source')
    cx.unit.writer.write(`super["<init>$"]();`, symbol.declaration?.node.name.span.line ?? 0);
}

function emitMethod(unit: UnitContext, {symbol: owner}: TypedClass, {symbol, parameters, body, aliases}: TypedMethod): void {
  if (body === null) return;
  const slot = methodSlot(symbol);
  const shape = {
    head: methodHead(slot),
    label: `Class.${owner.qualifiedName}.${symbol.name}`,
    owner,
    isStatic: false,
    parameters,
    statements: [body],
  };
  emitFunction(unit, shape, (cx) => {
    cx.block(body);
    emitEnd(cx, symbol.returnType.kind === 'void');
  });
  const names = parameters.map(localName).join(', ');
  for (const alias of aliases)
    if (alias !== slot) unit.writer.write(`${methodHead(alias)}(${names}) { return ${member('this', slot)}(${names}); }`);
}

/** A method that ends without `return` gives null, and no `undefined` gets among Apex's values. */
function emitEnd(cx: Emission, isVoid: boolean): void {
  if (!isVoid) cx.unit.writer.write('return null;');
}

function emitAccessors(unit: UnitContext, {symbol}: TypedClass, property: TypedProperty): void {
  emitGetter(unit, symbol, property, methodHead(getterSlot(property.field)), 'this');
  emitSetter(unit, symbol, property, methodHead(setterSlot(property.field)), 'this');
}

/** @param holder what holds the backing field */
export function emitGetter(unit: UnitContext, owner: TypeSymbol, {field, getter}: TypedProperty, head: string, holder: string): void {
  if (field.getter === null) return;
  if (getter === null) {
    unit.writer.write(`${head}() { return ${member(holder, fieldSlot(field))}; }`);
    return;
  }
  const shape = {head, label: accessorLabel(owner, field.name), owner, isStatic: field.isStatic, parameters: [], statements: [getter]};
  emitFunction(unit, shape, (cx) => {
    cx.block(getter);
    emitEnd(cx, false);
  });
}

export function emitSetter(unit: UnitContext, owner: TypeSymbol, {field, setter}: TypedProperty, head: string, holder: string): void {
  if (field.setter === null) return;
  if (setter === null) {
    unit.writer.write(`${head}(value) { ${member(holder, fieldSlot(field))} = value; }`);
    return;
  }
  const shape = {
    head,
    label: accessorLabel(owner, field.name),
    owner,
    isStatic: field.isStatic,
    parameters: [setter.parameter],
    statements: [setter.body],
  };
  emitFunction(unit, shape, (cx) => {
    cx.block(setter.body);
  });
}

/** The platform's name for the accessors of a property. */
function accessorLabel(owner: TypeSymbol, name: string): string {
  return `Class.${owner.qualifiedName}.__sfdc_${name}`;
}
