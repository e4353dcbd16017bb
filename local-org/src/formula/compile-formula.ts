/**
 * Formulas of validation rules, formula fields and default values. They are checked when the schema is built: what the platform refuses is an error, what
 * local-org lacks is named as such, and what is left evaluates.
 */
import {Decimal} from '../apex/runtime/decimal.ts';
import type {Schema, SObjectDescriptor} from '../data/descriptor.ts';
import {bindConversion} from './conversions.ts';
import type {FormulaContext} from './formula-context.ts';
import type {FormulaNode} from './formula-ast.ts';
import {formulaFunctions, type FormulaFunction} from './functions.ts';
import {bindBinary, negation} from './operators.ts';
import {FormulaSyntaxError, parseFormula} from './parse-formula.ts';
import {bindReference, type ReferenceResult} from './references.ts';
import {specialFunctions} from './special-functions.ts';
import type {Bound, FormulaType} from './formula-types.ts';

export interface CompiledFormula {
  readonly type: FormulaType;
  /**
   * The value for a record, null where it is blank.
   *
   * @throws FormulaEvaluationError where there is none (a division by zero)
   */
  evaluate(context: FormulaContext): unknown;
}

export interface FormulaProblem {
  /** `U921` for what is legal and lacking. */
  readonly code: 'E921' | 'E922' | 'E923' | 'E924' | 'U921';
  readonly message: string;
  /** Offset in the formula. */
  readonly at: number;
}

export type FormulaResult =
  | {readonly formula: CompiledFormula; readonly problems: readonly []}
  | {readonly formula: null; readonly problems: readonly FormulaProblem[]};

export interface FormulaOptions {
  /** The type that the place needs; null takes any. */
  readonly type: FormulaType | null;
  readonly blanksAsZero?: boolean;
}

/** What the names of a formula mean. @param blanksAsZero whether a blank number counts as 0 */
export type FormulaSubject = (parts: readonly string[], blanksAsZero: boolean) => ReferenceResult;

/** A formula over the records of an object. */
export function compileFormula(text: string, object: SObjectDescriptor, schema: Schema, options: FormulaOptions): FormulaResult {
  return compileFormulaOver(text, (parts, blanksAsZero) => bindReference(parts, object, schema, blanksAsZero), options);
}

export function compileFormulaOver(text: string, subject: FormulaSubject, options: FormulaOptions): FormulaResult {
  const binder = new FormulaBinder(subject, options.blanksAsZero ?? false);
  let bound: Bound | null;
  try {
    bound = binder.bind(parseFormula(text));
  } catch (error) {
    if (!(error instanceof FormulaSyntaxError)) throw error;
    return {formula: null, problems: [{code: 'E921', message: error.message, at: error.at}]};
  }
  if (bound !== null && options.type !== null && bound.type !== options.type && bound.type !== 'null') {
    binder.report('E924', `Formula result is data type (${bound.type}), incompatible with expected data type (${options.type})`, 0);
  }
  if (bound === null || binder.problems.length > 0) return {formula: null, problems: binder.problems};
  return {formula: bound, problems: []};
}

class FormulaBinder {
  readonly problems: FormulaProblem[] = [];
  readonly #subject: FormulaSubject;
  readonly #blanksAsZero: boolean;

  constructor(subject: FormulaSubject, blanksAsZero: boolean) {
    this.#subject = subject;
    this.#blanksAsZero = blanksAsZero;
  }

  report(code: FormulaProblem['code'], message: string, at: number): null {
    this.problems.push({code, message, at});
    return null;
  }

  bind(node: FormulaNode): Bound | null {
    switch (node.kind) {
      case 'number': {
        const value = Decimal.parse(node.value);
        return {type: 'number', evaluate: () => value};
      }
      case 'text': {
        const value = node.value === '' ? null : node.value;
        return {type: 'text', literal: node.value, evaluate: () => value};
      }
      case 'boolean':
        return {type: 'boolean', evaluate: () => node.value};
      case 'null':
        return {type: 'null', evaluate: () => null};
      case 'reference':
        return this.#reference(node.parts, node.at);
      case 'unary':
        return this.#unary(node);
      case 'binary':
        return this.#binary(node);
      case 'call':
        return this.#call(node);
    }
  }

  #reference(parts: readonly string[], at: number): Bound | null {
    const result = this.#subject(parts, this.#blanksAsZero);
    return 'bound' in result ? result.bound : this.report(result.code, result.message, at);
  }

  #unary(node: Extract<FormulaNode, {kind: 'unary'}>): Bound | null {
    const operand = this.bind(node.operand);
    if (operand === null) return null;
    const wanted = node.operator === '!' ? 'boolean' : 'number';
    if (operand.type !== wanted && operand.type !== 'null') return this.#wrongOperand(node.operator, operand, node.at);
    if (node.operator === '!') return negation(operand);
    if (node.operator === '+') return operand;
    return {
      type: 'number',
      evaluate: (context) => {
        const value = operand.evaluate(context);
        return value instanceof Decimal ? value.negate() : null;
      },
    };
  }

  #binary(node: Extract<FormulaNode, {kind: 'binary'}>): Bound | null {
    const left = this.bind(node.left);
    const right = this.bind(node.right);
    if (left === null || right === null) return null;
    const bound = bindBinary(node.operator, left, right);
    if (bound !== null) return bound;
    const odd = [left, right].find((operand) => operand.type === 'picklist' || operand.type === 'multipicklist');
    return this.#wrongOperand(node.operator, odd ?? right, node.at);
  }

  #wrongOperand(operator: string, operand: Bound, at: number): null {
    if (operand.type === 'picklist' || operand.type === 'multipicklist') {
      const name = operand.reference?.field.name ?? 'The operand';
      return this.report('E923', `Field ${name} is a ${operand.type} field. Such fields are only supported in certain functions.`, at);
    }
    return this.report('E923', `Incorrect parameter type for operator '${operator}': received ${operand.type}`, at);
  }

  #call(node: Extract<FormulaNode, {kind: 'call'}>): Bound | null {
    const args = node.arguments.map((argument) => this.bind(argument));
    if (args.includes(null)) return null;
    const values = args.filter((argument) => argument !== null);
    const special = specialFunctions[node.name];
    if (special !== undefined) {
      const result = special(values);
      return typeof result === 'string'
        ? this.report('E923', `Incorrect parameters for function '${node.name}()': it takes ${result}`, node.at)
        : result;
    }
    const plain = formulaFunctions[node.name];
    if (plain !== undefined) return this.#plain(node.name, plain, values, node.at);
    if (conversions.has(node.name)) {
      const [only, ...more] = values;
      const result = only === undefined || more.length > 0 ? null : bindConversion(node.name, only);
      return (
        result ??
        this.report('E923', `Incorrect parameter type for function '${node.name}()': received ${only?.type ?? 'nothing'}`, node.at)
      );
    }
    if (lackingFunctions.has(node.name)) return this.report('U921', `The formula function ${node.name} is not supported`, node.at);
    return this.report('E922', `Unknown function ${node.name}. Check spelling.`, node.at);
  }

  #plain(name: string, definition: FormulaFunction, args: readonly Bound[], at: number): Bound | null {
    const {parameters, required, isVariadic, result, apply} = definition;
    if (args.length < required || (!isVariadic && args.length > parameters.length)) {
      return this.report(
        'E923',
        `Incorrect number of parameters for function '${name}()'. Expected ${required}, received ${args.length}`,
        at,
      );
    }
    for (const [index, argument] of args.entries()) {
      const wanted = parameters[Math.min(index, parameters.length - 1)];
      if (argument.type === wanted || argument.type === 'null') continue;
      return this.report(
        'E923',
        `Incorrect parameter type for function '${name}()'. Expected ${String(wanted)}, received ${argument.type}`,
        at,
      );
    }
    return {
      type: result,
      evaluate: (context) =>
        apply(
          args.map((argument) => argument.evaluate(context)),
          context,
        ),
    };
  }
}

const conversions: ReadonlySet<string> = new Set(['TEXT', 'DATEVALUE', 'DATETIMEVALUE', 'TIMEVALUE']);

/** Functions of the platform (Salesforce Help, "Formula Functions A–Z") that are missing here. */
const lackingFunctions: ReadonlySet<string> = new Set([
  'ACOS',
  'ASCII',
  'ASIN',
  'ATAN',
  'ATAN2',
  'BR',
  'CASESAFEID',
  'CHR',
  'COS',
  'CURRENCYRATE',
  'DISTANCE',
  'FORMATDURATION',
  'FROMUNIXTIME',
  'GEOLOCATION',
  'GETRECORDIDS',
  'GETSESSIONID',
  'HTMLENCODE',
  'HYPERLINK',
  'IMAGE',
  'IMAGEPROXYURL',
  'INITCAP',
  'ISOWEEK',
  'ISOYEAR',
  'JSENCODE',
  'JSINHTMLENCODE',
  'JUNCTIONIDLIST',
  'LINKTO',
  'LN',
  'LOG',
  'PARENTGROUPVAL',
  'PI',
  'PICKLISTCOUNT',
  'PREDICT',
  'PREVGROUPVAL',
  'REQUIRESCRIPT',
  'SIN',
  'TAN',
  'UNIXTIMESTAMP',
  'URLENCODE',
  'URLFOR',
  'VLOOKUP',
]);
