/**
 * Static members. The statics of a class live in the transaction (`tx.statics`); the script keeps those of the running transaction at hand in
 * `$S`, which is null until the class is first used there: static code runs once, on the first use of the class (Apex Developer Guide,
 * "Static and Instance Methods, Variables, and Initialization Code").
 */
import type {MethodSymbol} from '../semantics/symbols.ts';
import type {TypedClass, TypedMethod} from '../semantics/typed-tree.ts';
import {blocksOf, emitGetter, emitInitializers, emitSetter} from './classes.ts';
import type {UnitContext} from './context.ts';
import {emitFunction} from './functions.ts';
import {fieldSlot, getterSlot, localName, quote, setterSlot} from './names.ts';
import {isInitializedOnTouch} from './static-initialization.ts';

/** Writes `$init`, which makes and fills the statics. */
export function emitStaticInitializer(unit: UnitContext, typed: TypedClass): void {
  const {symbol, staticInitializers, properties} = typed;
  const fields = staticInitializers.flatMap((initializer) => (initializer.kind === 'field' ? [initializer.field] : []));
  const backing = properties.filter(({field, hasBackingField}) => field.isStatic && hasBackingField).map(({field}) => field);
  const slots = new Set([...fields, ...backing].map(fieldSlot));
  const shape = {
    head: 'function $init',
    label: `Class.${symbol.qualifiedName}.<clinit>`,
    owner: symbol,
    isStatic: true,
    parameters: [],
    statements: blocksOf(staticInitializers),
  };
  emitFunction(unit, shape, (cx) => {
    // As in Java, the superclass comes first. Inner classes have no statics.
    const base = symbol.superclass?.symbol;
    if (base?.origin === 'source' && base.outer === null)
      unit.writer.write(`${unit.statics(base)};`, symbol.declaration?.node.name.span.line ?? 0);
    unit.writer.write(`const $s = $S = $rt.tx.statics[$index] = {${[...slots].map((slot) => `${quote(slot)}: null`).join(', ')}};`);
    emitInitializers(cx, staticInitializers, '$s');
    unit.writer.write('return $s;');
  });
}

/** Writes the functions of static methods and accessors, and the table in which other scripts find them. */
export function emitStaticMembers(unit: UnitContext, typed: TypedClass): void {
  const {symbol, methods, properties} = typed;
  const table: string[] = [];
  const touch = isInitializedOnTouch(typed);
  for (const method of methods) {
    if (!method.symbol.isStatic || method.body === null) continue;
    const name = unit.staticName(symbol, method.symbol.key, method.symbol.name);
    emitStaticMethod(unit, typed, method, name, touch);
    table.push(`${quote(method.symbol.key)}: ${name}`);
  }
  for (const property of properties) {
    const {field} = property;
    if (!field.isStatic) continue;
    const getter = unit.staticName(symbol, getterSlot(field), field.name);
    const setter = unit.staticName(symbol, setterSlot(field), field.name);
    emitGetter(unit, symbol, property, `function ${getter}`, '($S ?? $init())');
    emitSetter(unit, symbol, property, `function ${setter}`, '($S ?? $init())');
    if (field.getter !== null) table.push(`${quote(getterSlot(field))}: ${getter}`);
    if (field.setter !== null) table.push(`${quote(setterSlot(field))}: ${setter}`);
  }
  unit.writer.write(`statics[${quote(symbol.qualifiedName)}] = {${table.join(', ')}};`);
}

function emitStaticMethod(unit: UnitContext, {symbol: owner}: TypedClass, method: TypedMethod, name: string, touch: boolean): void {
  const {symbol, parameters, body} = method;
  if (body === null) return;
  const shape = {
    head: `function ${name}`,
    label: `Class.${owner.qualifiedName}.${symbol.name}`,
    owner,
    isStatic: true,
    parameters,
    statements: [body],
  };
  emitFunction(unit, shape, (cx) => {
    if (touch) unit.writer.write('if ($S === null) $init();', symbol.span?.line ?? 0);
    if (isFuture(symbol)) {
      const values = `[${parameters.map(localName).join(', ')}]`;
      const call = `${unit.operation('enqueueFuture')}($rt, ${quote(owner.qualifiedName)}, ${quote(symbol.key)}, ${values})`;
      unit.writer.write(`if (${call}) return;`, symbol.span?.line ?? 0);
    }
    cx.block(body);
    if (symbol.returnType.kind !== 'void') unit.writer.write('return null;');
  });
}

/** A call of such a method is enqueued, and runs the body later. */
function isFuture({annotations}: MethodSymbol): boolean {
  return annotations.some(({name}) => name.text.toLowerCase() === 'future');
}
