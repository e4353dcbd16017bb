/** Fields that annotations make something of (Apex Developer Guide, "AuraEnabled Annotation", "InvocableVariable Annotation"). */
import type * as ast from '../syntax/ast.ts';
import {annotationRule} from './annotation-catalogue.ts';
import {bindType} from './bind-types.ts';
import {isInvocableVariableType} from './invocable-types.ts';
import type {TypeSymbol} from './symbols.ts';
import type {Unit} from './unit.ts';

type Member = ast.FieldDeclaration | ast.PropertyDeclaration;

export function checkAnnotatedField(unit: Unit, type: TypeSymbol, member: Member): void {
  const span = member.kind === 'property' ? member.name.span : (member.declarators[0]?.name.span ?? member.span);
  const sites = member.kind === 'property' ? 'properties' : 'fields';
  for (const {name} of member.annotations) {
    const rule = annotationRule(name.text)?.name;
    if (rule !== 'AuraEnabled' && rule !== 'InvocableVariable') continue;
    const has = (modifier: ast.ModifierName): boolean => member.modifiers.some((each) => each.name === modifier);
    if (!has('public') && !has('global'))
      unit.report('E605', span, `${rule} ${sites} require at least one of the following global, public`);
    if (has('static')) unit.report('E605', span, `${rule} ${sites} cannot be static`);
    if (rule !== 'InvocableVariable') continue;
    if (has('final')) unit.report('E605', span, `InvocableVariable ${sites} cannot be final`);
    const declared = bindType(unit, member.type, {type, isTest: type.isTest});
    if (!isInvocableVariableType(unit, declared))
      unit.report('E605', span, `InvocableVariable ${sites} do not support type of ${unit.display(declared)}`);
  }
}
