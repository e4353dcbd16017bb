/**
 * Symbols of the project's classes, from their declarations. Names are known at once; types of members are looked up when first asked
 * for, so that classes may refer to each other in any order. A type that doesn't exist becomes the error type here; the binder reports it.
 */
import type {Span} from '../../diagnostics/source-location.ts';
import type * as ast from '../syntax/ast.ts';
import {enumMembers, exceptionConstructors, objectMembers, defaultConstructor} from './implicit-members.ts';
import {hasModifier, isAnnotated, visibilityOf} from './modifiers.ts';
import {VOID_TYPE, classType, slotOf} from './types.ts';
import type {ClassType, FieldSymbol, MethodSymbol, ParameterSymbol, Type, TypeSymbol, Visibility} from './symbols.ts';

/** What source symbols need of the universe around them. */
export interface SourceScope {
  readonly object: ClassType;
  readonly string: ClassType;
  readonly integer: ClassType;
  readonly exception: ClassType;
  listOf(element: Type): ClassType;
  /** The type that a reference names as seen from a class; the error type where there is none. */
  resolve(reference: ast.TypeReference, from: TypeSymbol): Type;
}

export class SourceTypeSymbol implements TypeSymbol {
  readonly origin = 'source';
  readonly namespace = null;
  readonly typeParameters: readonly string[] = [];
  readonly descriptor = null;
  readonly name: string;
  readonly qualifiedName: string;
  readonly outer: SourceTypeSymbol | null;
  readonly declaration: {readonly path: string; readonly node: ast.TypeDeclaration};
  readonly #scope: SourceScope;
  #superclass: ClassType | null | undefined;
  #interfaces: readonly ClassType[] | undefined;
  #fields: ReadonlyMap<string, FieldSymbol> | undefined;
  #methods: ReadonlyMap<string, readonly MethodSymbol[]> | undefined;
  #constructors: readonly MethodSymbol[] | undefined;
  #innerTypes: ReadonlyMap<string, TypeSymbol> | undefined;

  constructor(path: string, node: ast.TypeDeclaration, outer: SourceTypeSymbol | null, scope: SourceScope) {
    this.declaration = {path, node};
    this.name = node.name.text;
    this.outer = outer;
    this.qualifiedName = outer === null ? this.name : `${outer.qualifiedName}.${this.name}`;
    this.#scope = scope;
  }

  get kind(): 'class' | 'interface' | 'enum' {
    return this.declaration.node.kind;
  }

  get visibility(): Visibility {
    return visibilityOf(this.declaration.node.modifiers);
  }

  get isAbstract(): boolean {
    return this.kind === 'interface' || hasModifier(this.declaration.node.modifiers, 'abstract');
  }

  get isVirtual(): boolean {
    return this.isAbstract || hasModifier(this.declaration.node.modifiers, 'virtual');
  }

  get isTest(): boolean {
    return isAnnotated(this.declaration.node.annotations, 'istest') || (this.outer?.isTest ?? false);
  }

  get sharing(): TypeSymbol['sharing'] {
    for (const {name} of this.declaration.node.modifiers) {
      if (name === 'with sharing') return 'with';
      if (name === 'without sharing') return 'without';
      if (name === 'inherited sharing') return 'inherited';
    }
    return null;
  }

  get superclass(): ClassType | null {
    if (this.#superclass === undefined) {
      // While it is looked up, the class must not be searched for types that it inherits.
      this.#superclass = null;
      this.#superclass = this.#readSuperclass();
    }
    return this.#superclass;
  }

  get interfaces(): readonly ClassType[] {
    this.#interfaces ??= this.#readInterfaces();
    return this.#interfaces;
  }

  get fields(): ReadonlyMap<string, FieldSymbol> {
    this.#fields ??= firstOfEach(this.#readFields());
    return this.#fields;
  }

  get methods(): ReadonlyMap<string, readonly MethodSymbol[]> {
    this.#methods ??= groupByName(this.#readMethods());
    return this.#methods;
  }

  /** Those that were written, and those that come without being written (one without arguments; an exception's). */
  get constructors(): readonly MethodSymbol[] {
    this.#constructors ??= this.#readConstructors();
    return this.#constructors;
  }

  get innerTypes(): ReadonlyMap<string, TypeSymbol> {
    if (this.#innerTypes === undefined) {
      const inner = new Map<string, TypeSymbol>();
      for (const member of this.#members()) {
        if (member.kind !== 'class' && member.kind !== 'interface' && member.kind !== 'enum') continue;
        const key = member.name.text.toLowerCase();
        if (!inner.has(key)) inner.set(key, new SourceTypeSymbol(this.declaration.path, member, this, this.#scope));
      }
      this.#innerTypes = inner;
    }
    return this.#innerTypes;
  }

  #members(): readonly ast.ClassMember[] {
    const {node} = this.declaration;
    switch (node.kind) {
      case 'class':
        return node.members;
      case 'interface':
        return node.methods;
      case 'enum':
        return [];
    }
  }

  #readSuperclass(): ClassType | null {
    const {node} = this.declaration;
    if (node.kind === 'interface') return null;
    if (node.kind === 'enum' || node.superclass === null) return this.#scope.object;
    const type = this.#scope.resolve(node.superclass, this.outer ?? this);
    return type.kind === 'class' ? type : this.#scope.object;
  }

  #readInterfaces(): readonly ClassType[] {
    const {node} = this.declaration;
    if (node.kind === 'enum') return [];
    return node.interfaces.map((reference) => this.#scope.resolve(reference, this.outer ?? this)).filter((type) => type.kind === 'class');
  }

  #readFields(): readonly FieldSymbol[] {
    const {node} = this.declaration;
    if (node.kind === 'enum') return node.constants.map((constant) => enumConstant(this, constant));
    return this.#members().flatMap((member) => {
      if (member.kind === 'field') return this.#fieldsOf(member);
      return member.kind === 'property' ? [this.#property(member)] : [];
    });
  }

  #fieldsOf(declaration: ast.FieldDeclaration): readonly FieldSymbol[] {
    const {modifiers, annotations, declarators} = declaration;
    const visibility = visibilityOf(modifiers);
    const type = this.#scope.resolve(declaration.type, this);
    return declarators.map(({name, span}) => ({
      kind: 'field',
      name: name.text,
      owner: this,
      type,
      isStatic: hasModifier(modifiers, 'static'),
      isFinal: hasModifier(modifiers, 'final'),
      isTransient: hasModifier(modifiers, 'transient'),
      visibility,
      getter: visibility,
      setter: visibility,
      testVisible: isAnnotated(annotations, 'testvisible'),
      descriptor: null,
      span,
    }));
  }

  #property(declaration: ast.PropertyDeclaration): FieldSymbol {
    const {modifiers, annotations, accessors} = declaration;
    const visibility = visibilityOf(modifiers);
    const accessor = (kind: 'get' | 'set'): Visibility | null => {
      const found = accessors.find((candidate) => candidate.kind === kind);
      return found === undefined ? null : visibilityOf(found.modifiers, visibility);
    };
    return {
      kind: 'property',
      name: declaration.name.text,
      owner: this,
      type: this.#scope.resolve(declaration.type, this),
      isStatic: hasModifier(modifiers, 'static'),
      isFinal: hasModifier(modifiers, 'final'),
      isTransient: hasModifier(modifiers, 'transient'),
      visibility,
      getter: accessor('get'),
      setter: accessor('set'),
      testVisible: isAnnotated(annotations, 'testvisible'),
      descriptor: null,
      span: declaration.span,
    };
  }

  #readMethods(): readonly MethodSymbol[] {
    if (this.kind === 'enum') return enumMembers(this, this.#scope);
    const declared = this.#members().flatMap((member) => (member.kind === 'method' ? [this.#method(member)] : []));
    return this.kind === 'class' ? [...declared, ...objectMembers(this, declared)] : declared;
  }

  #method(declaration: ast.MethodDeclaration): MethodSymbol {
    const {modifiers, annotations, span} = declaration;
    const isInterface = this.kind === 'interface';
    const isAbstract = isInterface || hasModifier(modifiers, 'abstract');
    const parameters = this.#parameters(declaration.parameters);
    const name = declaration.name.text;
    return {
      name,
      owner: this,
      isConstructor: false,
      isStatic: hasModifier(modifiers, 'static') || hasModifier(modifiers, 'testmethod') || hasModifier(modifiers, 'webservice'),
      isAbstract,
      isVirtual: isAbstract || hasModifier(modifiers, 'virtual') || hasModifier(modifiers, 'override'),
      isOverride: hasModifier(modifiers, 'override'),
      visibility: isInterface ? this.#interfaceVisibility() : visibilityOf(modifiers),
      testVisible: isAnnotated(annotations, 'testvisible'),
      parameters,
      returnType: declaration.returnType === null ? VOID_TYPE : this.#scope.resolve(declaration.returnType, this),
      key: slotOf(name, parameters),
      annotations: hasModifier(modifiers, 'testmethod') ? [...annotations, testMethodAnnotation(span)] : annotations,
      span,
    };
  }

  /** The methods of an interface are as visible as it is, but never less than public (Apex Developer Guide, "Interfaces"). */
  #interfaceVisibility(): Visibility {
    return this.visibility === 'global' ? 'global' : 'public';
  }

  #readConstructors(): readonly MethodSymbol[] {
    if (this.kind !== 'class') return [];
    const declared = this.#members().flatMap((member) => (member.kind === 'constructor' ? [this.#writtenConstructor(member)] : []));
    if (this.#isException()) return [...declared, ...exceptionConstructors(this, declared, this.#scope)];
    return declared.length > 0 ? declared : [defaultConstructor(this)];
  }

  #isException(): boolean {
    const seen = new Set<TypeSymbol>([this]);
    for (let type = this.superclass?.symbol; type !== undefined && !seen.has(type); type = type.superclass?.symbol) {
      if (type === this.#scope.exception.symbol) return true;
      seen.add(type);
    }
    return false;
  }

  #writtenConstructor(declaration: ast.ConstructorDeclaration): MethodSymbol {
    const {modifiers, annotations, span} = declaration;
    const parameters = this.#parameters(declaration.parameters);
    return {
      name: '<init>',
      owner: this,
      isConstructor: true,
      isStatic: false,
      isAbstract: false,
      isVirtual: false,
      isOverride: false,
      visibility: visibilityOf(modifiers),
      testVisible: isAnnotated(annotations, 'testvisible'),
      parameters,
      returnType: VOID_TYPE,
      key: slotOf('<init>', parameters),
      annotations,
      span,
    };
  }

  #parameters(parameters: readonly ast.Parameter[]): readonly ParameterSymbol[] {
    return parameters.map(({name, type}) => ({name: name.text, type: this.#scope.resolve(type, this)}));
  }
}

function enumConstant(owner: TypeSymbol, {text, span}: ast.Identifier): FieldSymbol {
  return {
    kind: 'enum constant',
    name: text,
    owner,
    type: classType(owner),
    isStatic: true,
    isFinal: true,
    isTransient: false,
    visibility: 'global',
    getter: 'global',
    setter: null,
    testVisible: false,
    descriptor: null,
    span,
  };
}

/** Of members with one name the first counts; the checker reports the others. */
function firstOfEach(fields: readonly FieldSymbol[]): ReadonlyMap<string, FieldSymbol> {
  const byName = new Map<string, FieldSymbol>();
  for (const field of fields) {
    const key = field.name.toLowerCase();
    if (!byName.has(key)) byName.set(key, field);
  }
  return byName;
}

function groupByName(methods: readonly MethodSymbol[]): ReadonlyMap<string, readonly MethodSymbol[]> {
  const byName = new Map<string, MethodSymbol[]>();
  for (const method of methods) {
    const key = method.name.toLowerCase();
    const group = byName.get(key);
    if (group === undefined) byName.set(key, [method]);
    else group.push(method);
  }
  return byName;
}

/** The modifier `testMethod` is the older form of `@IsTest` (Apex Developer Guide, "Apex Unit Tests"). */
function testMethodAnnotation(span: Span): ast.Annotation {
  return {name: {text: 'IsTest', span}, arguments: [], span};
}
