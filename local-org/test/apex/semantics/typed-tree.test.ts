/** The rules of the typed tree, held against programs made at random. */
import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import fc from 'fast-check';
import type {Arbitrary} from 'fast-check';
import type {TypedExpression} from '../../../src/apex/semantics/typed-tree.ts';
import type {Universe} from '../../../src/apex/semantics/universe.ts';
import {bindClasses, summary} from './bound.ts';

const NUMBERS = ['Integer', 'Long', 'Double', 'Decimal'] as const;
type NumberType = (typeof NUMBERS)[number];

/** An expression and the type that Apex gives it. */
interface Sample {
  readonly text: string;
  readonly type: NumberType | 'String' | 'Boolean';
}

const leaf: Arbitrary<Sample> = fc.oneof(
  fc.integer({min: 0, max: 99}).map((value): Sample => ({text: String(value), type: 'Integer'})),
  fc.integer({min: 0, max: 99}).map((value): Sample => ({text: `${String(value)}L`, type: 'Long'})),
  fc.integer({min: 0, max: 99}).map((value): Sample => ({text: `${String(value)}.5`, type: 'Decimal'})),
  fc.constantFrom<Sample>(
    {text: 'i', type: 'Integer'},
    {text: 'l', type: 'Long'},
    {text: 'd', type: 'Double'},
    {text: 'n', type: 'Decimal'},
    {text: 's', type: 'String'},
    {text: 'b', type: 'Boolean'},
    {text: 'lead.NumberOfEmployees', type: 'Integer'},
    {text: 'lead.Status', type: 'String'},
    {text: 's.length()', type: 'Integer'},
  ),
);

const {sample} = fc.letrec<{sample: Sample}>((tie) => ({
  sample: fc.oneof(
    {maxDepth: 5, withCrossShrink: true},
    leaf,
    fc.tuple(tie('sample'), fc.constantFrom('+', '-', '*', '/', '<', '>=', '==', '!=', '&&', '??', '?'), tie('sample')).map(combine),
  ),
}));

function isNumber(type: Sample['type']): type is NumberType {
  return NUMBERS.some((number) => number === type);
}

/** A legal expression of both, in whatever way their types allow. */
function combine([left, operator, right]: [Sample, string, Sample]): Sample {
  const text = (written: string): string => `(${left.text} ${written} ${right.text})`;
  if (operator === '&&' && left.type === 'Boolean' && right.type === 'Boolean') return {text: text('&&'), type: 'Boolean'};
  if (left.type === right.type && operator === '??') return {text: text('??'), type: left.type};
  if (left.type === right.type && operator === '?') return {text: `(b ? ${left.text} : ${right.text})`, type: left.type};
  if (left.type === right.type && (operator === '==' || operator === '!=')) return {text: text(operator), type: 'Boolean'};
  if (isNumber(left.type) && isNumber(right.type)) {
    if (['<', '>=', '==', '!='].includes(operator)) return {text: text(operator), type: 'Boolean'};
    const wider = NUMBERS[Math.max(NUMBERS.indexOf(left.type), NUMBERS.indexOf(right.type))] ?? 'Decimal';
    return {text: text(['+', '-', '*', '/'].includes(operator) ? operator : '*'), type: wider};
  }
  if (left.type === 'String' || right.type === 'String') return {text: text('+'), type: 'String'};
  return left;
}

function bindSample({text, type}: Sample): {readonly universe: Universe; readonly value: TypedExpression} {
  const {universe, classes} = bindClasses(
    `public class A { ${type} run(Integer i, Long l, Double d, Decimal n, String s, Boolean b, Lead lead) { return ${text}; } }`,
  );
  assert.deepEqual(summary(classes[0]?.diagnostics ?? []), [], text);
  const statement = classes[0]?.tree?.methods[0]?.body?.statements[0];
  assert.ok(statement?.kind === 'return' && statement.value !== null);
  return {universe, value: statement.value};
}

/** The expression and everything in it that these programs can hold. */
function* nodes(node: TypedExpression): Iterable<TypedExpression> {
  yield node;
  switch (node.kind) {
    case 'arithmetic':
    case 'compare':
    case 'and':
    case 'coalesce':
      yield* nodes(node.left);
      yield* nodes(node.right);
      return;
    case 'conditional':
      yield* nodes(node.then);
      yield* nodes(node.else);
      return;
    case 'convert':
      yield* nodes(node.value);
      return;
    default:
  }
}

suite('a legal expression', () => {
  test('is bound without a word, to the type that the rules of promotion give', () => {
    fc.assert(
      fc.property(sample, (legal) => {
        const {universe, value} = bindSample(legal);
        assert.equal(universe.display(value.type), legal.type, legal.text);
      }),
      {numRuns: 300},
    );
  });
  test('has its operands converted before they meet', () => {
    fc.assert(
      fc.property(sample, (legal) => {
        const {universe, value} = bindSample(legal);
        for (const node of nodes(value)) {
          if (node.kind !== 'arithmetic' && node.kind !== 'compare') continue;
          if (!NUMBERS.some((number) => number === node.operandType)) continue;
          assert.deepEqual(
            [node.left, node.right].map(({type}) => universe.display(type)),
            [node.operandType, node.operandType],
            legal.text,
          );
        }
      }),
      {numRuns: 300},
    );
  });
});
