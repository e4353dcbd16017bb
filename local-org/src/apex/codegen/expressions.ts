/** Expressions, by kind. */
import type {TypedExpression} from '../semantics/typed-tree.ts';
import {emitAssign, emitUpdate} from './assignments.ts';
import {emitChain, emitNewObject} from './chains.ts';
import type {Emission} from './context.ts';
import {emitCast, emitConvert, emitInstanceOf} from './conversions.ts';
import {emitLiteral, emitNewArray, emitNewCollection, emitNewMap, emitNewRecord, emitToken} from './creation.ts';
import {localName, quote} from './names.ts';
import {condition, emitArithmetic, emitCompare, emitLogical, emitUnary} from './operators.ts';
import {emitQuery, emitSearch} from './queries.ts';

export function emitExpression(cx: Emission, node: TypedExpression): string {
  switch (node.kind) {
    case 'literal':
      return emitLiteral(cx, node.value);
    case 'local':
      return localName(node.local);
    case 'this':
      return 'this';
    case 'field':
    case 'property':
    case 'sobject field':
    case 'index':
    case 'call':
      return emitChain(cx, node);
    case 'new object':
      return emitNewObject(cx, node);
    case 'new sobject':
      return emitNewRecord(cx, node);
    case 'new collection':
      return emitNewCollection(cx, node);
    case 'new map':
      return emitNewMap(cx, node);
    case 'new array':
      return emitNewArray(cx, node);
    case 'negate':
    case 'complement':
    case 'not':
      return emitUnary(cx, node);
    case 'arithmetic':
      return emitArithmetic(cx, node);
    case 'compare':
      return emitCompare(cx, node);
    case 'and':
    case 'or':
    case 'coalesce':
      return emitLogical(cx, node);
    case 'conditional':
      return `(${condition(cx, node.condition)} ? ${cx.emit(node.then)} : ${cx.emit(node.else)})`;
    case 'assign':
      return emitAssign(cx, node, false);
    case 'update':
      return emitUpdate(cx, node, false);
    case 'instanceof':
      return emitInstanceOf(cx, node);
    case 'cast':
      return emitCast(cx, node);
    case 'convert':
      return emitConvert(cx, node);
    case 'class literal':
      return cx.unit.references.typeToken(node.named);
    case 'sobject token':
    case 'sobject describe':
    case 'field token':
    case 'field describe':
      return emitToken(cx, node);
    case 'enum constant':
      return cx.unit.references.enumConstant(node.field);
    case 'query':
      return emitQuery(cx, node);
    case 'search':
      return emitSearch(cx, node);
    case 'unsupported':
      return unsupported(cx, node.code, node.message);
  }
}

/** As `emitExpression`, for an expression whose value nobody wants. */
export function emitEffect(cx: Emission, node: TypedExpression): string {
  switch (node.kind) {
    case 'assign':
      return emitAssign(cx, node, true);
    case 'update':
      return emitUpdate(cx, node, true);
    default:
      return emitExpression(cx, node);
  }
}

export function unsupported(cx: Emission, code: string, message: string): string {
  return `${cx.unit.operation('throwUnsupported')}(${quote(`${code} ${message}`)})`;
}
