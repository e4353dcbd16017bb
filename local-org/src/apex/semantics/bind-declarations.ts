/** Classes, interfaces and enums with everything in them. */
import type * as ast from '../syntax/ast.ts';
import {bindInitialValue, bodyAt, bindCode, declareParameters} from './bind-bodies.ts';
import {bindConstructor, implicitConstructor} from './bind-constructors.ts';
import {assignTo} from './bind-conversions.ts';
import {isRefused} from './bind-operators.ts';
import {bindProperty} from './bind-properties.ts';
import {bindType} from './bind-types.ts';
import type {Body, Place} from './body.ts';
import {checkClass} from './check-class.ts';
import {checkMethod} from './check-methods.ts';
import {checkFieldModifiers} from './check-modifiers.ts';
import {isAutomaticDeclaration} from './properties.ts';
import type {FieldSymbol, MethodSymbol, TypeSymbol} from './symbols.ts';
import type {TypedBlock, TypedClass, TypedConstructor, TypedInitializer, TypedMethod, TypedProperty} from './typed-tree.ts';
import type {Unit} from './unit.ts';

/** The members of a class while they are bound. */
interface Members {
  readonly staticInitializers: TypedInitializer[];
  readonly instanceInitializers: TypedInitializer[];
  readonly properties: TypedProperty[];
  readonly methods: TypedMethod[];
  readonly constructors: TypedConstructor[];
  readonly innerTypes: TypedClass[];
}

/** Binds a type of the source; `symbol` is what the universe knows it as. */
export function bindTypeDeclaration(unit: Unit, symbol: TypeSymbol, node: ast.TypeDeclaration): TypedClass {
  const members: Members = {
    staticInitializers: [],
    instanceInitializers: [],
    properties: [],
    methods: [],
    constructors: [],
    innerTypes: [],
  };
  checkClass(unit, symbol, node);
  if (node.kind === 'class') {
    for (const member of node.members) bindMember(unit, symbol, member, members);
    const implied = implicitConstructor(unit, symbol, node);
    if (implied !== null) members.constructors.push(implied);
  }
  if (node.kind === 'interface') for (const method of node.methods) bindMember(unit, symbol, method, members);
  const constants = node.kind === 'enum' ? node.constants.map(({text}) => text) : [];
  return {kind: node.kind, symbol, path: unit.path, span: node.span, constants, ...members};
}

function bindMember(unit: Unit, type: TypeSymbol, member: ast.ClassMember, members: Members): void {
  switch (member.kind) {
    case 'field':
      bindFields(unit, type, member, members);
      return;
    case 'property': {
      const field = fieldNamed(type, member.name);
      if (field === null) return;
      const property = bindProperty(unit, type, field, member);
      if (property !== null) members.properties.push(property);
      if (property?.hasBackingField ?? isAutomaticDeclaration(member))
        initializersOf(members, field.isStatic).push({kind: 'field', field, value: null, span: member.span});
      return;
    }
    case 'method':
      bindMethod(unit, type, member, members);
      return;
    case 'constructor': {
      const symbol = type.constructors.find(({span}) => span === member.span);
      if (symbol !== undefined) members.constructors.push(bindConstructor(unit, type, symbol, member));
      return;
    }
    case 'initializer': {
      const {isStatic, span} = member;
      const body = bodyAt(unit, initializerPlace(unit, type, isStatic));
      initializersOf(members, isStatic).push({kind: 'block', body: bindCode(body, member.body, span), span});
      return;
    }
    case 'class':
    case 'interface':
    case 'enum': {
      const inner = type.innerTypes.get(member.name.text.toLowerCase());
      if (inner?.declaration?.node === member) members.innerTypes.push(bindTypeDeclaration(unit, inner, member));
    }
  }
}

function initializersOf({staticInitializers, instanceInitializers}: Members, isStatic: boolean): TypedInitializer[] {
  return isStatic ? staticInitializers : instanceInitializers;
}

function initializerPlace(unit: Unit, type: TypeSymbol, isStatic: boolean): Place {
  const returnType = unit.universe.well.void;
  return {type, isStatic, kind: 'initializer', returnType, property: null, triggerObject: null, isTest: type.isTest};
}

/** Null for a second field of the name, which was reported. */
function fieldNamed(type: TypeSymbol, {text}: ast.Identifier): FieldSymbol | null {
  return type.fields.get(text.toLowerCase()) ?? null;
}

function bindFields(unit: Unit, type: TypeSymbol, declaration: ast.FieldDeclaration, members: Members): void {
  checkFieldModifiers(unit, type, declaration);
  bindType(unit, declaration.type, {type, isTest: type.isTest});
  for (const {name, initializer, span} of declaration.declarators) {
    const field = fieldNamed(type, name);
    if (field?.span !== span) continue;
    const body = bodyAt(unit, initializerPlace(unit, type, field.isStatic));
    const bound = initializer === null ? null : bindInitialValue(body, initializer);
    const value = bound === null || isRefused(bound) ? bound : assignTo(unit, bound, field.type);
    initializersOf(members, field.isStatic).push({kind: 'field', field, value, span});
  }
}

function bindMethod(unit: Unit, type: TypeSymbol, declaration: ast.MethodDeclaration, members: Members): void {
  const overloads = type.methods.get(declaration.name.text.toLowerCase()) ?? [];
  const symbol = overloads.find(({span}) => span === declaration.span);
  if (symbol === undefined) return;
  const overridden = checkMethod(unit, type, symbol, declaration);
  const place: Place = {
    type,
    isStatic: symbol.isStatic,
    kind: 'method',
    returnType: symbol.returnType,
    property: null,
    triggerObject: null,
    isTest: type.isTest || isTestMethod(declaration),
  };
  if (declaration.returnType !== null) bindType(unit, declaration.returnType, place);
  for (const parameter of declaration.parameters) bindType(unit, parameter.type, place);
  const body = bodyAt(unit, place);
  const parameters = declareParameters(body, declaration.parameters, symbol);
  members.methods.push({
    symbol,
    parameters,
    body: declaration.body === null ? null : methodBody(body, declaration.body, declaration),
    aliases: aliasesOf(symbol, overridden),
    span: declaration.span,
  });
}

/** A test that sees the org's data is legal, and throws where it starts. */
function methodBody(body: Body, block: ast.Block, declaration: ast.MethodDeclaration): TypedBlock {
  const bound = bindCode(body, block, declaration.name.span);
  const annotations = [...declaration.annotations, ...(body.type?.declaration?.node.annotations ?? [])];
  if (!isTestMethod(declaration) || !annotations.some(seesAllData)) return bound;
  const {span} = declaration.name;
  const message = 'Tests that see the data of the org (SeeAllData) are not supported';
  body.unit.report('U211', span, message);
  return {...bound, statements: [{kind: 'unsupported', code: 'U211', message, span}]};
}

function seesAllData({name, arguments: properties}: ast.Annotation): boolean {
  if (name.text.toLowerCase() !== 'istest') return false;
  return properties.some(({name: property, value}) => property?.text.toLowerCase() === 'seealldata' && isTrue(value));
}

function isTrue(value: ast.Expression): boolean {
  return value.kind === 'literal' && 'value' in value.value && /^true$/i.test(String(value.value.value));
}

function isTestMethod({annotations, modifiers}: ast.MethodDeclaration): boolean {
  return modifiers.some(({name}) => name === 'testmethod') || annotations.some(({name}) => name.text.toLowerCase() === 'istest');
}

function aliasesOf({key}: MethodSymbol, overridden: readonly MethodSymbol[]): readonly string[] {
  return [...new Set(overridden.map((method) => method.key))].filter((alias) => alias !== key);
}
