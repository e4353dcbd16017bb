import type {FieldDescriptor, SObjectDescriptor} from '../../data/descriptor.ts';
import type {FieldSymbol, Type, TypeSymbol} from '../semantics/symbols.ts';
import type {SoqlQuery} from '../syntax/soql-ast.ts';
import {typeName} from './names.ts';
import type {Reference} from './unit.ts';

/** The variables of a script that stand for things outside of it. Each thing has one. */
export class References {
  readonly #references: Reference[] = [];
  readonly #byKey = new Map<string, string>();

  /** Qualified names of the project's classes that are referred to. */
  readonly needed = new Set<string>();

  /** A type that the unit can't be linked without. */
  need(type: Type): void {
    if (type.kind !== 'class') return;
    if (type.symbol.origin === 'source') this.needed.add(type.symbol.qualifiedName);
    type.arguments.forEach((argument) => {
      this.need(argument);
    });
  }

  #needClass(symbol: TypeSymbol): void {
    if (symbol.origin === 'source') this.needed.add(symbol.qualifiedName);
  }

  get all(): readonly Reference[] {
    return this.#references;
  }

  operation(name: string): string {
    return this.#variable({kind: 'operation', name});
  }

  library(className: string, member: string): string {
    return this.#variable({kind: 'library', className, member});
  }

  type(type: Type): string {
    this.need(type);
    return this.#variable({kind: 'type', name: typeName(type)});
  }

  class(symbol: TypeSymbol): string {
    this.#needClass(symbol);
    return this.#variable({kind: 'class', name: symbol.qualifiedName});
  }

  static(owner: TypeSymbol, slot: string): string {
    this.#needClass(owner);
    return this.#variable({kind: 'static', className: owner.qualifiedName, slot});
  }

  statics(owner: TypeSymbol): string {
    this.#needClass(owner);
    return this.#variable({kind: 'statics', className: owner.qualifiedName});
  }

  enumConstant(field: FieldSymbol): string {
    this.#needClass(field.owner);
    return this.#variable({kind: 'enum', type: field.owner.qualifiedName, constant: field.name});
  }

  object(object: SObjectDescriptor): string {
    return this.#variable({kind: 'object', object: object.name});
  }

  field(object: SObjectDescriptor, field: FieldDescriptor): string {
    return this.#variable({kind: 'field', object: object.name, field: field.name});
  }

  objectToken(object: SObjectDescriptor): string {
    return this.#variable({kind: 'object token', object: object.name});
  }

  fieldToken(object: SObjectDescriptor, field: FieldDescriptor): string {
    return this.#variable({kind: 'field token', object: object.name, field: field.name});
  }

  typeToken(type: Type): string {
    this.need(type);
    return this.#variable({kind: 'type token', name: typeName(type)});
  }

  /** Each query has a variable of its own. */
  plan(query: SoqlQuery): string {
    return this.#add({kind: 'plan', query});
  }

  number(kind: 'decimal' | 'double', text: string): string {
    return this.#variable({kind, text});
  }

  emptyList(type: Type): string {
    this.need(type);
    return this.#variable({kind: 'empty list', type: typeName(type)});
  }

  #variable(reference: Reference): string {
    const key = JSON.stringify(reference);
    let name = this.#byKey.get(key);
    if (name === undefined) {
      name = this.#add(reference);
      this.#byKey.set(key, name);
    }
    return name;
  }

  #add(reference: Reference): string {
    this.#references.push(reference);
    return '$' + String(this.#references.length - 1);
  }
}
