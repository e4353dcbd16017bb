/** Names of a query: objects, fields, paths over parent relationships, functions of rows. */
import type {Span} from '../../diagnostics/source-location.ts';
import type {FieldPath, SoqlFunction} from '../../apex/syntax/soql-ast.ts';
import type {FieldDescriptor, Schema, SObjectDescriptor} from '../descriptor.ts';
import type {PlanNotes} from './problems.ts';
import {isLeftOut} from '../schema/signature-objects.ts';
import {words} from './problems.ts';
import {dateFunctions, type DateFunction, type FieldRef, type Hop, type RowValue} from './planned-query.ts';

/** Parents that one path may climb (SOQL and SOSL Reference, "Relationship Queries": five levels). */
const MAXIMUM_HOPS = 5;

/** The names that one query (or subquery) sees. */
export class Scope {
  readonly schema: Schema;
  readonly object: SObjectDescriptor;
  readonly notes: PlanNotes;
  /** Aliases of the FROM clause, lower-case; `FROM Lead l` lets `l.Name` stand for `Name`. */
  readonly aliases: ReadonlySet<string>;
  /** Every field that was named. */
  readonly named: FieldRef[] = [];

  constructor(schema: Schema, object: SObjectDescriptor, notes: PlanNotes, aliases: ReadonlySet<string>) {
    this.schema = schema;
    this.object = object;
    this.notes = notes;
    this.aliases = aliases;
  }

  field(path: FieldPath): FieldRef | null {
    const names = path.parts.map((part) => part.text);
    const [first = ''] = names;
    const isQualified = names.length > 1 && (this.aliases.has(first.toLowerCase()) || first.toLowerCase() === this.object.key);
    const found = this.resolve(isQualified && !this.object.parentsByKey.has(first.toLowerCase()) ? names.slice(1) : names, path.span);
    if (found !== null) this.named.push(found);
    return found;
  }

  /** @param names of relationships and of a field at last */
  resolve(names: readonly string[], span: Span): FieldRef | null {
    const hops: Hop[] = [];
    let object = this.object;
    for (const name of names.slice(0, -1)) {
      const hop = this.hop(object, name, span);
      if (hop === null) return null;
      hops.push(hop);
      object = hop.target;
    }
    if (hops.length > MAXIMUM_HOPS) {
      return this.notes.report('E704', `The path ${names.join('.')} climbs more than ${MAXIMUM_HOPS} parent relationships`, span);
    }
    const name = names.at(-1) ?? '';
    const field = object.fieldsByKey.get(name.toLowerCase());
    if (field === undefined) return this.#missing(object, name, words.noColumn(name, object.name), 'E702', span);
    return {kind: 'field', from: this.object, hops, object, field};
  }

  hop(object: SObjectDescriptor, name: string, span: Span): Hop | null {
    const lookup = object.parentsByKey.get(name.toLowerCase());
    if (lookup === undefined) return this.#missing(object, name, words.noParent(name), 'E703', span);
    const target = parentObject(this.schema, lookup);
    if (target === null || target.kind === 'signature only') {
      return this.notes.report(
        'U702',
        `${object.name}.${name} points to ${lookup.referenceTo.join(', ')}, which local-org can't query`,
        span,
      );
    }
    return {lookup, target, isPolymorphic: isPolymorphic(lookup)};
  }

  #missing(object: SObjectDescriptor, name: string, message: string, code: 'E702' | 'E703', span: Span): null {
    if (!isLeftOut(object, name)) return this.notes.report(code, message, span);
    return this.notes.report('U710', `${object.name}.${name} can't be queried: local-org has no facts of that field`, span);
  }

  /** A field or a function of one row; aggregate functions are read by whoever allows them. */
  rowValue(source: FieldPath | SoqlFunction): RowValue | null {
    return source.kind === 'field' ? this.field(source) : this.rowFunction(source);
  }

  rowFunction(call: SoqlFunction): RowValue | null {
    const name = call.name.text.toUpperCase();
    if (name === 'TOLABEL') return this.#label(call);
    if ((dateFunctions as readonly string[]).includes(name)) return this.#dateFunction(name as DateFunction, call);
    return this.notes.report('U703', `The SOQL function ${call.name.text} is not supported`, call.span);
  }

  #label(call: SoqlFunction): RowValue | null {
    const argument = this.#fieldArgument(call);
    if (argument === null) return null;
    if (argument.field.picklist === null) {
      return this.notes.report('E705', `toLabel can only be used with picklist fields, and ${argument.field.name} is none`, call.span);
    }
    return {kind: 'label', argument};
  }

  #dateFunction(name: DateFunction, call: SoqlFunction): RowValue | null {
    const [inner] = call.arguments;
    const inUserZone = inner?.kind === 'function' && inner.name.text.toLowerCase() === 'converttimezone';
    const argument = this.#fieldArgument(inUserZone ? inner : call);
    if (argument === null) return null;
    const {type} = argument.field;
    if (type !== 'Datetime' && (type !== 'Date' || name === 'HOUR_IN_DAY' || name === 'DAY_ONLY' || inUserZone)) {
      return this.notes.report('E705', `${name} can't be used with ${argument.field.name}, a field of type ${type}`, call.span);
    }
    return {kind: 'date function', name, argument, inUserZone};
  }

  #fieldArgument(call: SoqlFunction): FieldRef | null {
    const [argument] = call.arguments;
    if (call.arguments.length === 1 && argument?.kind === 'field') return this.field(argument);
    return this.notes.report('E705', `${call.name.text} takes one field`, call.span);
  }
}

export function isPolymorphic(lookup: FieldDescriptor): boolean {
  return lookup.referenceTo.length > 1;
}

/** The object that a path sees behind a lookup. */
export function parentObject(schema: Schema, lookup: FieldDescriptor): SObjectDescriptor | null {
  const [only] = lookup.referenceTo;
  return only === undefined ? null : schema.object(isPolymorphic(lookup) ? 'Name' : only);
}
