import type {Diagnostic, DiagnosticCode} from '../../diagnostics/diagnostic.ts';
import type {Span} from '../../diagnostics/source-location.ts';
import type {FieldDescriptor} from '../descriptor.ts';
import type {BindUse} from './query-engine.ts';

/** What planning a query collects besides the plan. */
export class PlanNotes {
  readonly path: string;
  readonly diagnostics: Diagnostic[] = [];
  /** By the index of the bind. */
  readonly binds: BindUse[] = [];

  constructor(path: string) {
    this.path = path;
  }

  report(code: DiagnosticCode, message: string, span: Span): null {
    this.diagnostics.push({code, message, path: this.path, span});
    return null;
  }

  noteBind(index: number, use: BindUse): void {
    this.binds[index] = use;
  }
}

const reference = 'Please reference your WSDL or the describe call for the appropriate names.';

/** The platform's words, as its API answers them (`INVALID_FIELD`, `INVALID_TYPE`). */
export const words = {
  noColumn: (name: string, object: string) =>
    `No such column '${name}' on entity '${object}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. ${reference}`,
  noObject: (name: string) =>
    `sObject type '${name}' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. ${reference}`,
  noParent: (name: string) =>
    `Didn't understand relationship '${name}' in field path. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. ${reference}`,
  noChildren: (name: string) =>
    `Didn't understand relationship '${name}' in FROM part of query call. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. ${reference}`,
  wrongType: (field: FieldDescriptor, quoted: boolean) =>
    `value of filter criterion for field '${field.name}' must be of type ${soapType(field)} and should ${quoted ? '' : 'not '}be enclosed in quotes`,
} as const;

/** As the messages of the API name types. */
export function soapType(field: FieldDescriptor): string {
  switch (field.valueType) {
    case 'Id':
      return 'id';
    case 'Boolean':
      return 'boolean';
    case 'Integer':
    case 'Long':
      return 'int';
    case 'Double':
    case 'Decimal':
      return 'double';
    case 'Date':
      return 'date';
    case 'Datetime':
      return 'dateTime';
    case 'Time':
      return 'time';
    case 'String':
    case 'Blob':
    case 'Object':
    case 'Address':
    case 'Location':
      return 'string';
  }
}
