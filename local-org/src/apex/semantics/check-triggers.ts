/** The head of a trigger. */
import type * as ast from '../syntax/ast.ts';
import type {SObjectDescriptor} from '../../data/descriptor.ts';
import {checkIdentifier} from './check-identifiers.ts';
import type {Unit} from './unit.ts';
import {unsupportedType} from './unsupported-types.ts';

/** The object that it fires on; null where there is none. */
export function checkTrigger(unit: Unit, {name, object, events, members}: ast.TriggerDeclaration): SObjectDescriptor | null {
  checkIdentifier(unit, name, 'trigger');
  const descriptor = unit.universe.schema.object(object.text);
  const lack = descriptor === null ? unsupportedType([object.text], unit.universe.schema) : null;
  if (lack !== null) unit.report(lack.code, object.span, lack.message);
  else if (descriptor === null) unit.report('E522', object.span, `Invalid type: ${object.text}`);
  else checkObject(unit, descriptor, object, events);
  const seen = new Set<ast.TriggerEvent>();
  for (const event of events) {
    if (seen.has(event.name)) unit.report('E523', event.span, `Duplicate Trigger Usage: ${event.name}`);
    if (/^before undelete$/.test(event.name)) unit.report('E523', event.span, 'Trigger Usage Before Undelete is not supported');
    seen.add(event.name);
  }
  for (const {span} of members) unit.report('U204', span, 'Methods and types that are declared in a trigger are not supported');
  return descriptor;
}

function checkObject(unit: Unit, {kind, name}: SObjectDescriptor, object: ast.Identifier, events: ast.TriggerDeclaration['events']): void {
  switch (kind) {
    case 'custom metadata':
    case 'hierarchy setting':
    case 'list setting':
      unit.report('E522', object.span, `SObject type does not allow triggers: ${name}`);
      return;
    case 'platform event':
      for (const event of events)
        if (event.name !== 'after insert') unit.report('E523', event.span, `Platform Event SObjects only supports after insert: ${name}`);
      return;
    case 'signature only':
      unit.report('U203', object.span, `Triggers on ${name} are not supported: only the types of its fields are known`);
      return;
    case 'standard':
    case 'custom':
      return;
  }
}
