/** `Formula.builder()` (Apex Reference Guide, "FormulaBuilder Class", "FormulaInstance Class"; Apex Developer Guide, "Formula Evaluation in Apex"). */
import {compileFormulaOver, type CompiledFormula, type FormulaSubject} from '../../../formula/compile-formula.ts';
import {FormulaEvaluationError} from '../../../formula/formula-context.ts';
import type {FormulaType} from '../../../formula/formula-types.ts';
import {Decimal} from '../../runtime/decimal.ts';
import {ApexDouble} from '../../runtime/double.ts';
import type {ApexEnumValue} from '../../runtime/enum-value.ts';
import {ApexId, stringToId} from '../../runtime/id.ts';
import {lowInteger, wrapLong} from '../../runtime/long.ts';
import {PlatformObject} from '../../runtime/platform-object.ts';
import type {Runtime} from '../../runtime/runtime.ts';
import {objectNameOf, type RuntimeType} from '../../runtime/runtime-type.ts';
import {SObject} from '../../runtime/sobject.ts';
import {UnsupportedError} from '../../runtime/unsupported.ts';
import {required} from '../arguments.ts';
import {defineClass, type ClassDefinition} from '../registry.ts';
import type {SObjectTypeToken} from '../Schema/sobject-type.ts';
import type {ApexType} from '../System/Type.ts';
import {objectSubject, RecordInMemory, recordSubject, type Subject} from './formula-subject.ts';

class FormulaBuilder extends PlatformObject {
  override readonly typeName = 'FormulaEval.FormulaBuilder';
  type: RuntimeType | null = null;
  formula: string | null = null;
  returnType: string | null = null;
  numericNullAsZero = false;
}

class FormulaInstance extends PlatformObject {
  override readonly typeName = 'FormulaEval.FormulaInstance';
  readonly formula: CompiledFormula;
  readonly returnType: string;
  readonly type: RuntimeType;
  readonly subject: Subject;

  constructor(formula: CompiledFormula, returnType: string, type: RuntimeType, subject: Subject) {
    super();
    this.formula = formula;
    this.returnType = returnType;
    this.type = type;
    this.subject = subject;
  }
}

const RETURN_TYPES: Readonly<Record<string, FormulaType>> = {
  BOOLEAN: 'boolean',
  DATE: 'date',
  DATETIME: 'datetime',
  DECIMAL: 'number',
  DOUBLE: 'number',
  ID: 'text',
  INTEGER: 'number',
  LONG: 'number',
  STRING: 'text',
  TIME: 'time',
};

function build(rt: Runtime, {type, formula, returnType, numericNullAsZero}: FormulaBuilder): FormulaInstance {
  const invalid = (message: string) => rt.exception('System.FormulaValidationException', message);
  if (type === null) throw invalid('The formula needs a context type');
  if (formula === null) throw invalid('The formula is missing');
  if (returnType === null) throw invalid('The formula needs a return type');
  const subject: Subject = {current: null};
  const names = namesOf(rt, type, subject);
  if (names === null) throw invalid(`The context type ${type.name} must be a global, user-defined Apex class or an SObject`);
  const {formula: compiled, problems} = compileFormulaOver(formula, names, {
    type: RETURN_TYPES[returnType] ?? null,
    blanksAsZero: numericNullAsZero,
  });
  const [problem] = problems;
  if (problem?.code === 'U921') throw new UnsupportedError(`U921 ${problem.message}.`);
  if (problem !== undefined) throw invalid(problem.message);
  if (compiled === null) throw new Error('A formula without problems gave no code.');
  return new FormulaInstance(compiled, returnType, type, subject);
}

/** Null for a type over which no formula can be evaluated. */
function namesOf(rt: Runtime, type: RuntimeType, subject: Subject): FormulaSubject | null {
  if (type.kind === 'sobject') {
    const object = rt.org.schema.object(objectNameOf(type));
    return object === null ? null : recordSubject(rt, object, subject);
  }
  const isGlobal = type.kind === 'class' && rt.org.generation.classes.info(type.name)?.visibility === 'global';
  return isGlobal ? objectSubject(rt, type, subject) : null;
}

function evaluate(rt: Runtime, instance: FormulaInstance, context: unknown): unknown {
  const given = required(context);
  if (!instance.type.isInstance(given))
    throw rt.exception('System.FormulaEvaluationException', `The context object is not of the type ${instance.type.name}`);
  const {subject} = instance;
  const before = subject.current;
  subject.current = given;
  try {
    const record = given instanceof SObject ? new RecordInMemory(given) : null;
    const value = instance.formula.evaluate({record, prior: null, isNew: false, isClone: false, globals: rt.org.globals});
    return resultOf(value, instance.returnType);
  } catch (error) {
    if (error instanceof FormulaEvaluationError) throw rt.exception('System.FormulaEvaluationException', error.message);
    throw error;
  } finally {
    subject.current = before;
  }
}

function resultOf(value: unknown, returnType: string): unknown {
  if (value === null || value === undefined) return null;
  if (returnType === 'ID' && typeof value === 'string') return new ApexId(stringToId(value) ?? '');
  if (!(value instanceof Decimal)) return value;
  switch (returnType) {
    case 'INTEGER':
      return lowInteger(value.truncate());
    case 'LONG':
      return wrapLong(value.truncate());
    case 'DOUBLE':
      return new ApexDouble(value.toNumber());
    default:
      return value;
  }
}

export const formulaClasses: readonly ClassDefinition[] = [
  defineClass('System.Formula', {'builder()': () => new FormulaBuilder()}),
  defineClass('FormulaEval.FormulaBuilder', {
    'builder()': () => new FormulaBuilder(),
    'withType(Type)': (_rt: Runtime, self: FormulaBuilder, type: ApexType | null) => {
      self.type = required(type).runtimeType;
      return self;
    },
    'withType(Schema.SObjectType)': (rt: Runtime, self: FormulaBuilder, type: SObjectTypeToken | null) => {
      self.type = rt.types.object(required(type).object.name);
      return self;
    },
    'withFormula(String)': (_rt: Runtime, self: FormulaBuilder, formula: string | null) => {
      self.formula = required(formula);
      return self;
    },
    'withReturnType(FormulaEval.FormulaReturnType)': (_rt: Runtime, self: FormulaBuilder, type: ApexEnumValue | null) => {
      self.returnType = required(type).name;
      return self;
    },
    /** Global merge fields are read wherever they stand. */
    'withGlobalVariables(List<FormulaEval.FormulaGlobal>)': (_rt: Runtime, self: FormulaBuilder) => self,
    'treatNumericNullAsZero(Boolean)': (_rt: Runtime, self: FormulaBuilder, asZero: boolean | null) => {
      self.numericNullAsZero = required(asZero);
      return self;
    },
    'parseAsTemplate(Boolean)': (_rt: Runtime, self: FormulaBuilder, asTemplate: boolean | null) => {
      if (required(asTemplate)) throw new UnsupportedError('U315 Formulas in the form of templates are not supported.');
      return self;
    },
    'build()': build,
  }),
  defineClass('FormulaEval.FormulaInstance', {'evaluate(Object)': evaluate}),
];
