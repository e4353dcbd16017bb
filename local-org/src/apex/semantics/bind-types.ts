/** Written types, and what they mean from where they stand. */
import type * as ast from '../syntax/ast.ts';
import {unsupportedType} from './unsupported-types.ts';
import {isTypeVisible} from './visibility.ts';
import type {Place} from './body.ts';
import type {Type, TypeSymbol} from './symbols.ts';
import type {Unit} from './unit.ts';

/** The type; that of errors where there is none, after saying so. */
export function bindType(unit: Unit, reference: ast.TypeReference, from: Pick<Place, 'type' | 'isTest'>): Type {
  const {universe} = unit;
  const names = reference.parts.map(({name}) => name.text);
  const symbol = universe.findType(names, from.type);
  const typeArguments = reference.parts.flatMap((part) => part.typeArguments).map((argument) => bindType(unit, argument, from));
  if (symbol === null) {
    reportMissing(unit, reference, names);
    return universe.well.error;
  }
  if (!isTypeVisible(universe, symbol, from)) unit.report('E207', reference.span, `Type is not visible: ${symbol.qualifiedName}`);
  if (!checkArguments(unit, symbol, typeArguments.length, reference)) return universe.well.error;
  let type: Type = {kind: 'class', symbol, arguments: typeArguments};
  for (let dimension = 0; dimension < reference.arrayDimensions; dimension += 1) type = universe.listOf(type);
  return type;
}

function reportMissing(unit: Unit, {span}: ast.TypeReference, names: readonly string[]): void {
  const lack = unsupportedType(names, unit.universe.schema);
  if (lack === null) unit.report('E203', span, `Invalid type: ${names.join('.')}`);
  else unit.report(lack.code, span, lack.message);
}

function checkArguments(unit: Unit, symbol: TypeSymbol, found: number, reference: ast.TypeReference): boolean {
  const expected = symbol.typeParameters.length;
  if (found === expected) return true;
  const message =
    found === 0
      ? `No type arguments provided for a parameterized type: ${symbol.name}`
      : expected === 0
        ? `Type arguments provided for a non-parameterized type: ${symbol.name}`
        : `Invalid type argument count for ${symbol.name}: expected ${String(expected)} but found ${String(found)}`;
  unit.report('E217', reference.span, message);
  return false;
}
