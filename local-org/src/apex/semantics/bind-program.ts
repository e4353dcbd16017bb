/** From syntax trees to typed trees: the entry of the compiler's middle. Each unit is bound by itself; errors in one leave the others alone. */
import type * as ast from '../syntax/ast.ts';
import type {Diagnostic} from '../../diagnostics/diagnostic.ts';
import type {SObjectDescriptor} from '../../data/descriptor.ts';
import {partsOf} from './anonymous-container.ts';
import {bodyAt, bindCode} from './bind-bodies.ts';
import {bindTypeDeclaration} from './bind-declarations.ts';
import type {Place} from './body.ts';
import {checkTrigger} from './check-triggers.ts';
import type {TypeSymbol} from './symbols.ts';
import type {TypedAnonymous, TypedClass, TypedTrigger} from './typed-tree.ts';
import {Unit} from './unit.ts';
import type {Universe} from './universe.ts';

/** A parsed file. */
export interface Source<Tree> {
  readonly path: string;
  readonly tree: Tree;
  /** Of the -meta.xml. */
  readonly apiVersion?: number | undefined;
}

/** A unit with errors has no tree; what it lacks (U…) and what looks odd (W…) leaves it one. */
export interface Bound<Tree> {
  readonly path: string;
  readonly tree: Tree | null;
  readonly diagnostics: readonly Diagnostic[];
}

export interface BoundProgram {
  readonly classes: readonly Bound<TypedClass>[];
  readonly triggers: readonly Bound<TypedTrigger>[];
  /** Those of all units, in their order. */
  readonly diagnostics: readonly Diagnostic[];
}

/** `universe` has been made of the same classes. */
export function bindProgram(
  units: {readonly classes: readonly Source<ast.CompilationUnit>[]; readonly triggers: readonly Source<ast.TriggerDeclaration>[]},
  universe: Universe,
): BoundProgram {
  const classes = units.classes.map((source) => bindClass(source, universe));
  const triggers = units.triggers.map((source) => bindTrigger(source, universe));
  return {classes, triggers, diagnostics: [...classes, ...triggers].flatMap(({diagnostics}) => diagnostics)};
}

export function bindClass({path, tree, apiVersion}: Source<ast.CompilationUnit>, universe: Universe): Bound<TypedClass> {
  const unit = new Unit(universe, path, apiVersion);
  const symbol = universe.sourceType(tree.name.text);
  if (symbol?.declaration?.node !== tree) {
    unit.report('E503', tree.name.span, `Type name already in use: ${tree.name.text}`);
    return finish<TypedClass>(unit, null);
  }
  return finish(unit, bindTypeDeclaration(unit, symbol, tree));
}

export function bindTrigger({path, tree, apiVersion}: Source<ast.TriggerDeclaration>, universe: Universe): Bound<TypedTrigger> {
  const unit = new Unit(universe, path, apiVersion);
  const object = checkTrigger(unit, tree);
  const body = bodyAt(unit, outermost(unit, 'trigger', null, object));
  const block = bindCode(body, tree.body, tree.name.span);
  if (object === null) return finish<TypedTrigger>(unit, null);
  const events = tree.events.map(({name}) => name);
  return finish(unit, {kind: 'trigger', name: tree.name.text, object, events, path, body: block, span: tree.span});
}

/** Anonymous code; what it declares is known to itself alone. */
export function bindAnonymous({path, tree}: Source<ast.AnonymousUnit>, universe: Universe): Bound<TypedAnonymous> {
  const unit = new Unit(universe, path);
  const {container: declaration, body: code} = partsOf(tree);
  const symbol = declaration === null ? null : universe.declare(declaration, path);
  const container = symbol === null || declaration === null ? null : bindTypeDeclaration(unit, symbol, declaration);
  const body = bodyAt(unit, outermost(unit, 'anonymous', symbol, null));
  const block = bindCode(body, code, tree.span);
  return finish(unit, {kind: 'anonymous', path, body: block, container, span: tree.span});
}

function finish<Tree>(unit: Unit, tree: Tree | null): Bound<Tree> {
  return {path: unit.path, tree: unit.hasErrors ? null : tree, diagnostics: unit.diagnostics};
}

function outermost(unit: Unit, kind: 'trigger' | 'anonymous', type: TypeSymbol | null, triggerObject: SObjectDescriptor | null): Place {
  return {type, isStatic: true, kind, returnType: unit.universe.well.void, property: null, triggerObject, isTest: false};
}
