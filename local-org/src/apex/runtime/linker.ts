/** Turns references of generated code into the values that stand for them in one generation. */
import type {FieldDescriptor, Schema, SObjectDescriptor} from '../../data/descriptor.ts';
import type {QueryPlan} from '../../data/soql/query-engine.ts';
import type {Reference} from '../codegen/unit.ts';
import type {LibraryTable} from '../library/library-table.ts';
import type {ClassTable} from './class-table.ts';
import {Decimal} from './decimal.ts';
import {ApexDouble} from './double.ts';
import {ApexList} from './list.ts';
import {operations} from './operations/index.ts';
import {throwUnsupported} from './operations/failures.ts';
import type {Runtime} from './runtime.ts';
import type {RuntimeTypes} from './runtime-type.ts';

export interface LinkEnvironment {
  readonly rt: Runtime;
  readonly types: RuntimeTypes;
  readonly classes: ClassTable;
  readonly library: LibraryTable;
  readonly schema: Schema;
}

export function resolveReference(reference: Reference, environment: LinkEnvironment): unknown {
  const {rt, types, classes, schema} = environment;
  switch (reference.kind) {
    case 'operation':
      return operation(reference.name);
    case 'library':
      return implementation(environment, reference.className, reference.member);
    case 'type':
      return types.get(reference.name);
    case 'class':
      return classes.constructorOf(reference.name);
    case 'static':
      return staticFunction(classes, reference.className, reference.slot);
    case 'statics':
      return staticsOf(classes, reference.className);
    case 'enum':
      return types.enumValue(reference.type, reference.constant);
    case 'object':
      return object(schema, reference.object);
    case 'field':
      return field(schema, reference.object, reference.field);
    case 'object token':
      return rt.language.objectToken(object(schema, reference.object));
    case 'field token':
      return rt.language.fieldToken(object(schema, reference.object), field(schema, reference.object, reference.field));
    case 'type token':
      return rt.language.typeToken(rt, types.get(reference.name));
    case 'plan':
      return planOnce(() => rt.org.queries.plan(reference.query));
    case 'decimal':
      return Decimal.parse(reference.text);
    case 'double':
      return new ApexDouble(Number(reference.text));
    case 'empty list': {
      const type = types.get(reference.type);
      return () => new ApexList(type);
    }
  }
}

function operation(name: string): unknown {
  const found = operations[name];
  if (found === undefined) throw new Error(`Generated code calls ${name}, which the runtime lacks.`);
  return found;
}

/** A member that the library lacks refuses when it is called. */
function implementation({library}: LinkEnvironment, className: string, member: string): unknown {
  const name = className.startsWith('System.') ? className.slice('System.'.length) : className;
  return library.find(className, member) ?? (() => throwUnsupported(`U300 ${name}.${member} is not supported.`));
}

function staticFunction(classes: ClassTable, className: string, slot: string): unknown {
  const found = classes.script(className)?.statics[className]?.[slot];
  if (found === undefined) throw new Error(`There is no ${className}.${slot} in this generation of code.`);
  return found;
}

function staticsOf(classes: ClassTable, className: string): unknown {
  const initialize = classes.script(className)?.initialize;
  if (initialize === undefined || initialize === null) throw new Error(`There is no class ${className} in this generation of code.`);
  return initialize;
}

function object(schema: Schema, name: string): SObjectDescriptor {
  const found = schema.object(name);
  if (found === null) throw new Error(`The schema has no object ${name}.`);
  return found;
}

function field(schema: Schema, objectName: string, name: string): FieldDescriptor {
  const found = object(schema, objectName).fieldsByKey.get(name.toLowerCase());
  if (found === undefined) throw new Error(`${objectName} has no field ${name}.`);
  return found;
}

function planOnce(plan: () => QueryPlan): () => QueryPlan {
  let known: QueryPlan | null = null;
  return () => (known ??= plan());
}
