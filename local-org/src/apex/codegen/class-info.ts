/** What is kept of a class for those who never see its source: linker, test runner, JSON, REST, Lightning. */
import type * as ast from '../syntax/ast.ts';
import type {FieldSymbol, MethodSymbol} from '../semantics/symbols.ts';
import type {TypedClass} from '../semantics/typed-tree.ts';
import {constructorSlot, fieldSlot, getterSlot, isPlatformException, methodSlot, setterSlot, typeName} from './names.ts';
import type {AnnotationInfo, ClassInfo, FieldInfo, MethodInfo} from './unit.ts';

/** Of a class and its inner ones, outer first. */
export function classInfos(typed: TypedClass): readonly ClassInfo[] {
  return [classInfo(typed), ...typed.innerTypes.flatMap(classInfos)];
}

function classInfo(typed: TypedClass): ClassInfo {
  const {symbol, kind, constants} = typed;
  const {superclass, interfaces} = symbol;
  const node = symbol.declaration?.node ?? null;
  return {
    name: symbol.qualifiedName,
    kind,
    visibility: symbol.visibility,
    isAbstract: symbol.isAbstract,
    isTest: symbol.isTest,
    sharing: symbol.sharing,
    superclass: superclass?.symbol.origin === 'source' ? superclass.symbol.qualifiedName : null,
    isException: isPlatformException(superclass),
    supertypes: [...(superclass === null ? [] : [superclass]), ...interfaces].map(typeName).filter((name) => name !== 'Object'),
    constants,
    annotations: node === null ? [] : node.annotations.map(annotationInfo),
    methods: [...typed.methods, ...typed.constructors].map((method) => methodInfo(method.symbol)),
    fields: [...symbol.fields.values()]
      .filter(({kind: fieldKind}) => fieldKind !== 'enum constant')
      .map((field) => fieldInfo(typed, field)),
  };
}

function methodInfo(method: MethodSymbol): MethodInfo {
  return {
    name: method.name,
    slot: method.isConstructor ? constructorSlot(method) : methodSlot(method),
    isStatic: method.isStatic,
    isConstructor: method.isConstructor,
    visibility: method.visibility,
    parameters: method.parameters.map(({name, type}) => ({name, type: typeName(type)})),
    returnType: typeName(method.returnType),
    annotations: method.annotations.map(annotationInfo),
    line: method.span?.line ?? 0,
  };
}

function fieldInfo({symbol, properties}: TypedClass, field: FieldSymbol): FieldInfo {
  const property = properties.find((candidate) => candidate.field.name === field.name);
  return {
    name: field.name,
    slot: property === undefined || property.hasBackingField ? fieldSlot(field) : null,
    type: typeName(field.type),
    isStatic: field.isStatic,
    isTransient: field.isTransient,
    visibility: field.visibility,
    getter: property !== undefined && field.getter !== null ? getterSlot(field) : null,
    setter: property !== undefined && field.setter !== null ? setterSlot(field) : null,
    annotations: declarationOf(symbol.declaration?.node ?? null, field)?.annotations.map(annotationInfo) ?? [],
  };
}

function declarationOf(node: ast.TypeDeclaration | null, {name}: FieldSymbol): ast.FieldDeclaration | ast.PropertyDeclaration | null {
  if (node?.kind !== 'class') return null;
  const key = name.toLowerCase();
  for (const member of node.members) {
    if (member.kind === 'property' && member.name.text.toLowerCase() === key) return member;
    if (member.kind === 'field' && member.declarators.some((declarator) => declarator.name.text.toLowerCase() === key)) return member;
  }
  return null;
}

export function annotationInfo(annotation: ast.Annotation): AnnotationInfo {
  return {
    name: annotation.name.text.toLowerCase(),
    arguments: Object.fromEntries(
      annotation.arguments.map(({name, value}) => [name?.text.toLowerCase() ?? 'value', annotationValue(value)]),
    ),
  };
}

function annotationValue(value: ast.Expression): string | boolean | number {
  if (value.kind !== 'literal') return '';
  switch (value.value.kind) {
    case 'boolean':
      return value.value.value;
    case 'string':
      return value.value.value;
    case 'integer':
    case 'long':
    case 'decimal':
    case 'double':
      return 'text' in value.value ? value.value.text : String(value.value);
    case 'null':
      return '';
  }
}
