/**
 * The variables that dynamic SOQL may bind: `Database.query('… WHERE Id IN :ids')` looks `ids` up where it is called (Apex Developer Guide, "Dynamic SOQL").
 * The call hands them over as a function from lower-case names to values, `undefined` for a name that means nothing.
 */
import {isAutomatic} from '../semantics/properties.ts';
import type {FieldSymbol, MethodSymbol, TypeSymbol} from '../semantics/symbols.ts';
import type {Emission} from './context.ts';
import {fieldSlot, getterSlot, libraryClassName, localName, member, quote} from './names.ts';

const METHODS = new Set(['query', 'countquery', 'getquerylocator']);

/** Whether a method of the platform is handed the variables of its caller, after its arguments. */
export function seesVariables({owner, name, parameters}: MethodSymbol): boolean {
  const [first] = parameters;
  const isText = first?.type.kind === 'class' && first.type.symbol.name === 'String';
  return isText && METHODS.has(name.toLowerCase()) && libraryClassName(owner) === 'System.Database';
}

export function callerVariables(cx: Emission): string {
  const {visible, owner, isStatic} = cx.scope;
  const cases = new Map<string, string>();
  if (owner !== null) for (const [name, text] of fieldsOf(cx, owner, isStatic)) cases.set(name, text);
  for (const local of visible) cases.set(local.name.toLowerCase(), localName(local));
  return `(name) => { switch (name) { ${[...cases].map(([name, text]) => `case ${quote(name)}: return ${text};`).join(' ')} } }`;
}

/** Fields and properties by their simple names, those that hide others last. */
function* fieldsOf(cx: Emission, owner: TypeSymbol, isStatic: boolean): Generator<readonly [name: string, text: string]> {
  if (owner.outer !== null) yield* fieldsOf(cx, owner.outer, true);
  const base = owner.superclass?.symbol;
  if (base?.origin === 'source') {
    for (const [name, field] of base.fields) {
      if (field.visibility !== 'private' && (field.isStatic || !isStatic)) yield [name, fieldText(cx, field)];
    }
  }
  for (const [name, field] of owner.fields) {
    if (field.kind !== 'enum constant' && (field.isStatic || !isStatic)) yield [name, fieldText(cx, field)];
  }
}

function fieldText(cx: Emission, field: FieldSymbol): string {
  const hasAccessor = field.kind === 'property' && !isAutomatic(field);
  if (field.isStatic) {
    return hasAccessor
      ? `${cx.unit.staticName(field.owner, getterSlot(field), field.name)}()`
      : member(cx.unit.statics(field.owner), fieldSlot(field));
  }
  return hasAccessor ? `${member('this', getterSlot(field))}()` : member('this', fieldSlot(field));
}
