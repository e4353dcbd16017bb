/** The SELECT list of a query that gives records. */
import type {FieldPath, SelectItem, SoqlQuery} from '../../apex/syntax/soql-ast.ts';
import {readSObjectSignature} from '../../apex/semantics/signatures/sobject-signatures.ts';
import type {FieldDescriptor, SObjectDescriptor} from '../descriptor.ts';
import type {Hop, Projection, RecordsPlan, TypeOfBranch} from './planned-query.ts';
import {words} from './problems.ts';
import {Scope} from './resolve.ts';

/** Plans the query of a child relationship over the child's object. */
export type PlanChildren = (query: SoqlQuery, object: SObjectDescriptor) => RecordsPlan | null;

export function planSelect(items: readonly SelectItem[], scope: Scope, planChildren: PlanChildren): readonly Projection[] | null {
  const tree = new ProjectionTree(scope);
  let isWhole = true;
  for (const item of items) isWhole = planItem(item, scope, tree, planChildren) && isWhole;
  return isWhole ? tree.projections() : null;
}

function planItem(item: SelectItem, scope: Scope, tree: ProjectionTree, planChildren: PlanChildren): boolean {
  const {notes} = scope;
  switch (item.kind) {
    case 'field': {
      if (item.alias !== null) {
        notes.report('E712', 'only aggregate expressions use field aliasing', item.span);
        return false;
      }
      const found = scope.field(item.field);
      return found !== null && tree.add(found.hops, found.field, false, item.field);
    }
    case 'function': {
      const value = scope.rowFunction(item.call);
      if (value?.kind === 'label') return tree.add(value.argument.hops, value.argument.field, true, item.call);
      if (value !== null) notes.report('E713', `${item.call.name.text} can only be selected where it is grouped by`, item.span);
      return false;
    }
    case 'fields': {
      const fields = scope.object.fields.filter(
        (field) => !field.isHidden && (item.group === 'ALL' || field.isCustom === (item.group === 'CUSTOM')),
      );
      if (item.group !== 'STANDARD') {
        notes.report('E714', 'The SOQL FIELDS function is not supported with an unbounded set of fields in this API', item.span);
        return false;
      }
      for (const field of fields) {
        scope.named.push({kind: 'field', from: scope.object, hops: [], object: scope.object, field});
        tree.addQuietly([], field);
      }
      return true;
    }
    case 'subquery': {
      const children = planSubquery(item.query, scope, planChildren);
      if (children !== null) tree.addOther(children);
      return children !== null;
    }
    case 'typeof': {
      const planned = planTypeOf(item, scope);
      if (planned !== null) tree.addOther(planned);
      return planned !== null;
    }
  }
}

function planSubquery(query: SoqlQuery, scope: Scope, planChildren: PlanChildren): Projection | null {
  const {notes, object, schema} = scope;
  const [from] = query.from;
  const parts = from?.object.parts ?? [];
  const names =
    scope.aliases.has(parts[0]?.text.toLowerCase() ?? '') || parts[0]?.text.toLowerCase() === object.key ? parts.slice(1) : parts;
  const [name] = names;
  const key = name?.text.toLowerCase();
  const relationship =
    names.length === 1 ? object.childRelationships.find((child) => child.relationshipName?.toLowerCase() === key) : undefined;
  if (relationship === undefined && key !== undefined && hasSignatureChildren(object.name, key)) {
    return notes.report(
      'U702',
      `The children ${name?.text ?? ''} of ${object.name} can't be queried: local-org knows their field types alone`,
      query.span,
    );
  }
  if (relationship?.relationshipName == null || relationship.field === '') {
    return notes.report('E703', words.noChildren(parts.map((part) => part.text).join('.')), query.span);
  }
  const child = schema.object(relationship.childObject);
  const lookup = child?.fieldsByKey.get(relationship.field.toLowerCase());
  if (child == null || lookup === undefined) return null;
  const planned = planChildren(query, child);
  return planned === null ? null : {kind: 'children', relationship: relationship.relationshipName, lookup, query: planned};
}

/** Whether the platform has such a relationship to an object of which there are no facts. */
function hasSignatureChildren(object: string, key: string): boolean {
  return readSObjectSignature(object)?.children.some((child) => child.relationshipName.toLowerCase() === key) ?? false;
}

function planTypeOf(item: Extract<SelectItem, {kind: 'typeof'}>, scope: Scope): Projection | null {
  const {notes, object, schema} = scope;
  const [name, ...more] = item.typeOf.relationship.parts;
  if (name === undefined || more.length > 0) return notes.report('E715', 'TYPEOF takes one relationship of the object itself', item.span);
  const hop = scope.hop(object, name.text, name.span);
  if (hop === null) return null;
  if (!hop.isPolymorphic) return notes.report('E715', `TYPEOF is for polymorphic relationships, and ${name.text} is none`, name.span);
  const branches: TypeOfBranch[] = [];
  for (const branch of item.typeOf.branches) {
    const target = schema.object(branch.type.text);
    if (target === null || !hop.lookup.referenceTo.some((candidate) => candidate.toLowerCase() === target.key)) {
      return notes.report('E701', words.noObject(branch.type.text), branch.type.span);
    }
    if (target.kind === 'signature only')
      return notes.report('U701', `${target.name} can't be queried: local-org knows its field types alone`, branch.type.span);
    const select = planPaths(branch.fields, scope, target);
    if (select === null) return null;
    branches.push({object: target, select});
  }
  const otherwise = item.typeOf.otherwise.length === 0 ? null : planPaths(item.typeOf.otherwise, scope, hop.target);
  return {kind: 'typeof', hop, branches, otherwise};
}

function planPaths(paths: readonly FieldPath[], scope: Scope, target: SObjectDescriptor): readonly Projection[] | null {
  const inner = new Scope(scope.schema, target, scope.notes, new Set());
  const tree = new ProjectionTree(inner);
  for (const path of paths) {
    const found = inner.field(path);
    if (found === null || !tree.add(found.hops, found.field, false, path)) return null;
  }
  scope.named.push(...inner.named);
  return tree.projections();
}

/** The selected fields, those of one parent together. */
class ProjectionTree {
  readonly #scope: Scope;
  readonly #fields = new Map<FieldDescriptor, {asLabel: boolean}>();
  readonly #parents = new Map<FieldDescriptor, {hop: Hop; tree: ProjectionTree}>();
  readonly #others: Projection[] = [];
  /** In the order in which they were first named. */
  readonly #order: (FieldDescriptor | {parent: FieldDescriptor})[] = [];

  constructor(scope: Scope) {
    this.#scope = scope;
  }

  add(hops: readonly Hop[], field: FieldDescriptor, asLabel: boolean, place: {readonly span: FieldPath['span']}): boolean {
    const [hop, ...rest] = hops;
    if (hop !== undefined) return this.#parent(hop).add(rest, field, asLabel, place);
    if (this.#fields.has(field)) {
      this.#scope.notes.report('E716', `duplicate field selected: ${field.name}`, place.span);
      return false;
    }
    this.#addField(field, asLabel);
    return true;
  }

  addQuietly(hops: readonly Hop[], field: FieldDescriptor): void {
    const [hop, ...rest] = hops;
    if (hop !== undefined) this.#parent(hop).addQuietly(rest, field);
    else if (!this.#fields.has(field)) this.#addField(field, false);
  }

  addOther(projection: Projection): void {
    this.#others.push(projection);
  }

  projections(): readonly Projection[] {
    const own = this.#order.map((entry): Projection => {
      if (!('parent' in entry)) return {kind: 'field', field: entry, asLabel: this.#fields.get(entry)?.asLabel ?? false};
      const parent = this.#parents.get(entry.parent);
      if (parent === undefined) throw new Error('A parent that was ordered is there.');
      return {kind: 'parent', hop: parent.hop, select: parent.tree.projections()};
    });
    return [...own, ...this.#others];
  }

  #addField(field: FieldDescriptor, asLabel: boolean): void {
    this.#fields.set(field, {asLabel});
    this.#order.push(field);
  }

  #parent(hop: Hop): ProjectionTree {
    let known = this.#parents.get(hop.lookup);
    if (known === undefined) {
      known = {hop, tree: new ProjectionTree(this.#scope)};
      this.#parents.set(hop.lookup, known);
      this.#order.push({parent: hop.lookup});
    }
    return known.tree;
  }
}
