/** Functions that look at their arguments before they evaluate them: decisions, blanks, picklists, changes. */
import {compileRegex} from '../apex/library/text/regex.ts';
import {boolean, isBlank, type SpecialResult} from './special-results.ts';
import type {Bound, FormulaType} from './formula-types.ts';
import {areAll, conjunction, disjunction, negation, textOf, valuesEqual} from './operators.ts';

type Bind = (args: readonly Bound[]) => SpecialResult;

/** By name; each answers with what it takes where the arguments are others. */
export const specialFunctions: Readonly<Record<string, Bind>> = {
  AND: (args) => (args.length > 0 && areAll(args, 'boolean') ? conjunction(args) : 'conditions'),
  OR: (args) => (args.length > 0 && areAll(args, 'boolean') ? disjunction(args) : 'conditions'),
  NOT: ([operand, ...more]) =>
    operand !== undefined && more.length === 0 && areAll([operand], 'boolean') ? negation(operand) : 'one condition',
  IF: ([condition, then, otherwise, ...more]) => {
    if (condition === undefined || then === undefined || otherwise === undefined || more.length > 0) return 'a condition and two values';
    const type = commonType([then, otherwise]);
    if (!areAll([condition], 'boolean') || type === null) return 'a condition and two values of one type';
    return {type, evaluate: (context) => (condition.evaluate(context) === true ? then : otherwise).evaluate(context)};
  },
  CASE: bindCase,
  ISBLANK: ([value, ...more]) => {
    if (value === undefined || more.length > 0) return 'one value';
    return boolean((context) => isBlank(value.evaluate(context)));
  },
  /** Text is never null to it. */
  ISNULL: ([value, ...more]) => {
    if (value === undefined || more.length > 0) return 'one value';
    return boolean((context) => value.type !== 'text' && value.evaluate(context) === null);
  },
  BLANKVALUE: ([value, substitute, ...more]) => {
    if (value === undefined || substitute === undefined || more.length > 0) return 'a value and its substitute';
    const type = commonType([value, substitute]);
    if (type === null) return 'two values of one type';
    return {
      type,
      evaluate: (context) => {
        const found = value.evaluate(context);
        return isBlank(found) ? substitute.evaluate(context) : found;
      },
    };
  },
  NULLVALUE: ([value, substitute, ...more]) => {
    if (value === undefined || substitute === undefined || more.length > 0) return 'a value and its substitute';
    const type = commonType([value, substitute]);
    if (type === null) return 'two values of one type';
    if (type === 'text') return value;
    return {type, evaluate: (context) => value.evaluate(context) ?? substitute.evaluate(context)};
  },
  ISPICKVAL: ([value, literal, ...more]) => {
    if (value?.type !== 'picklist' || literal?.literal === undefined || more.length > 0) return 'a picklist field and a text in quotes';
    const wanted = literal.literal;
    return boolean((context) => textOf(value.evaluate(context)) === wanted);
  },
  INCLUDES: ([value, literal, ...more]) => {
    if (value?.type !== 'multipicklist' || literal?.literal === undefined || more.length > 0)
      return 'a multi-select picklist field and a text in quotes';
    const wanted = literal.literal;
    return boolean((context) => textOf(value.evaluate(context)).split(';').includes(wanted));
  },
  /** False for new records. */
  ISCHANGED: ([value, ...more]) => {
    const reference = value?.reference;
    if (value === undefined || reference?.isOwn !== true || more.length > 0) return 'one field of the record';
    return boolean((context) => {
      if (context.prior === null) return false;
      const before = value.evaluate({...context, record: context.prior});
      const now = value.evaluate(context);
      if (before === null || now === null) return before !== now;
      return valuesEqual(before, now, value.type === 'picklist' || value.type === 'multipicklist' ? 'text' : value.type) !== true;
    });
  },
  PRIORVALUE: ([value, ...more]) => {
    const reference = value?.reference;
    if (value === undefined || reference?.isOwn !== true || more.length > 0) return 'one field of the record';
    return {type: value.type, evaluate: (context) => (context.prior === null ? null : value.evaluate({...context, record: context.prior}))};
  },
  /** The whole text has to match. */
  REGEX: ([value, pattern, ...more]) => {
    if (value === undefined || pattern === undefined || more.length > 0 || !areAll([value, pattern], 'text'))
      return 'a text and a regular expression';
    return boolean((context) => {
      const {whole} = compileRegex(textOf(pattern.evaluate(context)));
      whole.lastIndex = 0;
      return whole.test(textOf(value.evaluate(context)));
    });
  },
};

/** `CASE(value, when, then, …, otherwise)`: a picklist compares with texts in quotes. */
function bindCase(args: readonly Bound[]): SpecialResult {
  const [subject, ...rest] = args;
  const otherwise = rest.at(-1);
  if (subject === undefined || otherwise === undefined || rest.length % 2 === 0 || rest.length < 3)
    return 'a value, pairs of cases and results, and a result for all others';
  const pairs: {readonly when: Bound; readonly then: Bound}[] = [];
  for (let at = 0; at + 1 < rest.length; at += 2) {
    const [when, then] = [rest[at], rest[at + 1]];
    if (when !== undefined && then !== undefined) pairs.push({when, then});
  }
  const compared: FormulaType = subject.type === 'picklist' ? 'text' : subject.type;
  const type = commonType([...pairs.map(({then}) => then), otherwise]);
  if (
    compared === 'multipicklist' ||
    compared === 'boolean' ||
    type === null ||
    !areAll(
      pairs.map(({when}) => when),
      compared,
    )
  ) {
    return 'cases of the type of the value, and results of one type';
  }
  return {
    type,
    evaluate: (context) => {
      const value = subject.evaluate(context);
      const found = pairs.find(({when}) => valuesEqual(value, when.evaluate(context), compared) === true);
      return (found?.then ?? otherwise).evaluate(context);
    },
  };
}

function commonType(values: readonly Bound[]): FormulaType | null {
  const [first = 'null', ...others] = new Set(values.map((value) => value.type).filter((type) => type !== 'null'));
  if (others.length > 0 || first === 'picklist' || first === 'multipicklist') return null;
  return first;
}
