/** Annotations: which exist, where they stand, and the methods that they make something of. */
import type * as ast from '../syntax/ast.ts';
import {annotationRule} from './annotation-catalogue.ts';
import type {AnnotationRule} from './annotation-catalogue.ts';
import {checkAnnotatedField} from './check-annotated-fields.ts';
import {checkSignatures} from './check-annotated-methods.ts';
import {PLURALS} from './sites.ts';
import type {Site} from './sites.ts';
import type {MethodSymbol, TypeSymbol} from './symbols.ts';
import type {Unit} from './unit.ts';

export function checkClassAnnotations(unit: Unit, symbol: TypeSymbol, node: ast.TypeDeclaration): void {
  checkAnnotations(unit, node.kind, node.annotations);
  const isTest = node.annotations.find(({name}) => name.text.toLowerCase() === 'istest');
  const isException = unit.universe.isSubtype(unit.universe.typeOf(symbol), unit.universe.well.exception);
  if (isTest !== undefined && (symbol.outer !== null || isException))
    unit.report('E603', isTest.span, 'Only top-level non-exception class types can be marked as tests');
  checkRestResource(unit, symbol, node);
  checkJsonAccess(unit, node);
  if (node.kind !== 'class') return;
  for (const member of node.members) checkMember(unit, symbol, member);
  checkAllData(unit, node);
  checkOnlyOnes(unit, node.members);
}

/** Methods are looked at where they are checked as a whole. */
function checkMember(unit: Unit, type: TypeSymbol, member: ast.ClassMember): void {
  switch (member.kind) {
    case 'field':
    case 'constructor':
      checkAnnotations(unit, member.kind, member.annotations);
      if (member.kind === 'field') checkAnnotatedField(unit, type, member);
      return;
    case 'property':
      checkAnnotations(unit, 'property', member.annotations);
      checkAnnotatedField(unit, type, member);
      for (const {annotations} of member.accessors) checkAnnotations(unit, 'accessor', annotations);
      return;
    default:
  }
}

export function checkMethodAnnotations(unit: Unit, type: TypeSymbol, symbol: MethodSymbol, declaration: ast.MethodDeclaration): void {
  checkAnnotations(unit, 'method', declaration.annotations);
  for (const {annotations} of declaration.parameters) checkAnnotations(unit, 'parameter', annotations);
  checkSignatures(unit, type, symbol, declaration);
}

function checkAnnotations(unit: Unit, site: Site, annotations: readonly ast.Annotation[]): void {
  const seen = new Set<string>();
  for (const annotation of annotations) {
    const {name, span} = annotation;
    const rule = annotationRule(name.text);
    if (rule === null) unit.report('E603', span, `Annotation does not exist: ${name.text}`);
    else if (!rule.sites.includes(site)) unit.report('E603', span, `${rule.name} is not allowed on ${PLURALS[site]}`);
    else if (seen.has(rule.name)) unit.report('E602', span, `Duplicate modifier: ${rule.name}`);
    else checkProperties(unit, rule, annotation);
    if (rule !== null) seen.add(rule.name);
  }
}

function checkProperties(unit: Unit, rule: AnnotationRule, annotation: ast.Annotation): void {
  for (const {name, value, span} of annotation.arguments) {
    if (name === null) {
      if (rule.hasBareValue !== true)
        unit.report('E604', span, `No such property, ${textOf(value)}, defined on this annotation: ${rule.name}`);
      continue;
    }
    const expected = rule.properties[name.text.toLowerCase()];
    if (expected === undefined) unit.report('E604', span, `No such property, ${name.text}, defined on this annotation: ${rule.name}`);
    else if (!isOfKind(value, expected))
      unit.report('E604', span, `Invalid value for property ${name.text} expected type ${capitalized(expected)}`);
  }
}

function isOfKind(value: ast.Expression, expected: 'boolean' | 'string' | 'integer'): boolean {
  if (value.kind !== 'literal') return true;
  // `@IsTest(SeeAllData='true')` is accepted by the platform too.
  return value.value.kind === expected || value.value.kind === 'string';
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function textOf(value: ast.Expression): string {
  return value.kind === 'literal' && 'value' in value.value ? String(value.value.value) : value.kind;
}

/** Apex Developer Guide, "RestResource Annotation". */
function checkRestResource(unit: Unit, {visibility}: TypeSymbol, {annotations, name}: ast.TypeDeclaration): void {
  const annotation = annotations.find(({name}) => name.text.toLowerCase() === 'restresource');
  if (annotation === undefined) return;
  if (visibility !== 'global') unit.report('E603', name.span, 'RestResource classes must be declared as global');
  const mapping = annotation.arguments.find(({name}) => name?.text.toLowerCase() === 'urlmapping');
  if (mapping?.value.kind !== 'literal' || mapping.value.value.kind !== 'string') {
    unit.report('E604', annotation.span, 'Required property is missing: urlMapping');
    return;
  }
  const message = urlMistake(mapping.value.value.value);
  if (message !== null) unit.report('E604', mapping.span, message);
}

/** Apex Developer Guide, "JsonAccess Annotation". */
function checkJsonAccess(unit: Unit, {annotations, name}: ast.TypeDeclaration): void {
  const annotation = annotations.find((each) => each.name.text.toLowerCase() === 'jsonaccess');
  if (annotation === undefined) return;
  if (annotation.arguments.length === 0)
    unit.report('E604', name.span, 'At least one JSON serialization control parameter must be specified');
  for (const {name: property, value} of annotation.arguments) {
    const text = textOf(value);
    if (property !== null && !/^(never|samenamespace|samepackage|always)$/i.test(text))
      unit.report('E604', property.span, `Annotation property, ${property.text} on JsonAccess, unknown value: ${text}`);
  }
}

/** Tests that see the data of the org run neither in parallel nor on data that a test sets up (Apex Developer Guide, "IsTest Annotation"). */
function checkAllData(unit: Unit, {annotations, members, name}: ast.ClassDeclaration): void {
  const methods = members.filter((member) => member.kind === 'method');
  const isParallel = isTestWith(annotations, 'isparallel');
  const seesAll = isTestWith(annotations, 'seealldata');
  const setup = methods.find((method) => method.annotations.some((each) => each.name.text.toLowerCase() === 'testsetup'));
  const someSeesAll = methods.some((method) => isTestWith(method.annotations, 'seealldata'));
  const refuse = (message: string): void => unit.report('E605', name.span, message);
  if (isParallel && seesAll)
    refuse('Test class annotated with @isTest(IsParallel=true) cannot also be annotated with @isTest(SeeAllData=true)');
  if (isParallel && someSeesAll)
    refuse('Test class annotated with @isTest(IsParallel=true) cannot have any methods annotated with @isTest(SeeAllData=true)');
  if (setup !== undefined && seesAll) refuse('Test class cannot be annotated with @isTest(SeeAllData=true)');
  if (setup !== undefined && someSeesAll)
    refuse('Test class containing a test setup method cannot have any methods annotated with @isTest(SeeAllData=true)');
}

function isTestWith(annotations: readonly ast.Annotation[], property: string): boolean {
  const isTest = annotations.find(({name}) => name.text.toLowerCase() === 'istest');
  return isTest?.arguments.some(({name, value}) => name?.text.toLowerCase() === property && /^true$/i.test(textOf(value))) ?? false;
}

function urlMistake(url: string): string | null {
  if (url === '') return 'Rest Resource url cannot be empty';
  if (!url.startsWith('/')) return "Rest Resource url must begin with a forward slash, '/'";
  if (url.length > 255) return 'Rest Resource url cannot be longer than 255 characters';
  if (/[^/]\*/.test(url)) return "Rest Resource url wildcard, '*', must be preceded by a forward slash, '/'";
  if (/\*[^/]/.test(url)) return "Rest Resource url wildcard, '*', must be followed by a forward slash, '/', or be the last character";
  return null;
}

/** At most one method of a class answers an HTTP method, is invocable, or sets up the tests. */
const ONLY_ONES: readonly string[] = ['HttpDelete', 'HttpGet', 'HttpPatch', 'HttpPost', 'HttpPut', 'InvocableMethod', 'TestSetup'];

function checkOnlyOnes(unit: Unit, members: readonly ast.ClassMember[]): void {
  const seen = new Set<string>();
  for (const member of members) {
    if (member.kind !== 'method') continue;
    for (const {name, span} of member.annotations) {
      const rule = annotationRule(name.text);
      if (rule === null || !ONLY_ONES.includes(rule.name)) continue;
      if (seen.has(rule.name)) unit.report('E606', span, `Only one method per type can be defined with: ${rule.name}`);
      seen.add(rule.name);
    }
  }
}
