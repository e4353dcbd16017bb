/** Properties with accessors that have code. */
import type * as ast from '../syntax/ast.ts';
import {bodyAt, bindCode} from './bind-bodies.ts';
import {bindType} from './bind-types.ts';
import type {Body, Place} from './body.ts';
import {checkPropertyModifiers} from './check-modifiers.ts';
import {isAutomaticDeclaration} from './properties.ts';
import type {FieldSymbol, TypeSymbol} from './symbols.ts';
import type {Local, TypedProperty} from './typed-tree.ts';
import type {Unit} from './unit.ts';

/** Null where the property is a field to the tree, or repeats another's name. */
export function bindProperty(unit: Unit, type: TypeSymbol, field: FieldSymbol, declaration: ast.PropertyDeclaration): TypedProperty | null {
  checkPropertyModifiers(unit, type, declaration);
  bindType(unit, declaration.type, {type, isTest: type.isTest});
  if (field.span !== declaration.span || isAutomaticDeclaration(declaration)) return null;
  const {well} = unit.universe;
  const getter = accessor(unit, type, field, declaration, 'get', field.type);
  const setter = accessor(unit, type, field, declaration, 'set', well.void);
  const parameter: Local | null =
    setter === null ? null : setter.body.scope.declare('value', field.type, {isFinal: false, isInitialized: true});
  const getterBody = getter === null ? null : bindCode(getter.body, getter.code, getter.named);
  const setterBody = setter === null ? null : bindCode(setter.body, setter.code, setter.named);
  const usesBackingField = (getter?.body.usesBackingField ?? false) || (setter?.body.usesBackingField ?? false);
  return {
    field,
    getter: getterBody,
    setter: setterBody === null || parameter === null ? null : {parameter, body: setterBody},
    hasBackingField: usesBackingField || declaration.accessors.some(({body}) => body === null),
    locals: [],
    span: declaration.span,
  };
}

function accessor(
  unit: Unit,
  type: TypeSymbol,
  field: FieldSymbol,
  {accessors}: ast.PropertyDeclaration,
  kind: 'get' | 'set',
  returnType: Place['returnType'],
): {readonly body: Body; readonly code: ast.Block; readonly named: ast.Block['span']} | null {
  const written = accessors.find((candidate) => candidate.kind === kind);
  if (written?.body == null) return null;
  const place: Place = {
    type,
    isStatic: field.isStatic,
    kind: kind === 'get' ? 'getter' : 'setter',
    returnType,
    property: field,
    triggerObject: null,
    isTest: type.isTest,
  };
  return {body: bodyAt(unit, place), code: written.body, named: written.span};
}
