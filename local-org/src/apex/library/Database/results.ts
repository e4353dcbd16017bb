/** What the DML methods of Database give back, and the errors in it (Apex Reference Guide, "SaveResult Class" and its neighbours). */
import type {DmlError, DmlResult} from '../../../dml/dml-engine.ts';
import {ApexList} from '../../runtime/list.ts';
import {PlatformObject} from '../../runtime/platform-object.ts';
import type {Runtime} from '../../runtime/runtime.ts';
import {defineClass, type ClassDefinition, type Implementation} from '../registry.ts';

export type ResultClass = 'SaveResult' | 'UpsertResult' | 'DeleteResult' | 'UndeleteResult';

export class DatabaseResult extends PlatformObject {
  override readonly typeName: string;
  readonly result: DmlResult;
  /** What stands among the errors: also of an event that was published, that it was. */
  readonly errors: readonly DmlError[];

  /** @param hasCallback whether an event was published with a callback */
  constructor(resultClass: ResultClass, result: DmlResult, hasCallback = false) {
    super();
    this.typeName = `Database.${resultClass}`;
    this.result = result;
    this.errors = result.enqueued == null ? result.errors : [hasCallback ? withCallback(result.enqueued) : result.enqueued];
  }

  /** Members come in the order of their names, from the last to the first (seen in logs of orgs). */
  override jsonMembers(rt: Runtime): readonly (readonly [string, unknown])[] {
    const members = ofResult(rt, this.result.isSuccess, this.result.id, this.errors);
    return this.typeName === 'Database.UpsertResult' ? [...members, ['created', this.result.isCreated]] : members;
  }

  /** As the debug log shows results. */
  override toText(rt: Runtime): string {
    const {result} = this;
    const created = this.typeName === 'Database.UpsertResult' ? `isCreated=${String(result.isCreated)};` : '';
    const errors = rt.stringOf(errorList(rt, this.errors));
    return `${this.typeName}[getErrors=${errors};getId=${String(result.id)};${created}isSuccess=${String(result.isSuccess)};]`;
  }
}

/** Platform Events Developer Guide, "Callback Status Code". */
function withCallback(enqueued: DmlError): DmlError {
  return {...enqueued, statusCode: 'OPERATION_WITH_CALLBACK_ENQUEUED'};
}

export class DatabaseError extends PlatformObject {
  override readonly typeName = 'Database.Error';
  readonly error: DmlError;

  constructor(error: DmlError) {
    super();
    this.error = error;
  }

  override jsonMembers(rt: Runtime): readonly (readonly [string, unknown])[] {
    const {statusCode, message} = this.error;
    return [
      ['statusCode', statusCode],
      ['message', message],
      ['fields', fieldsOf(rt, this)],
    ];
  }

  override toText(): string {
    const {statusCode, message, fields} = this.error;
    return `Database.Error[getFields=(${fields.join(', ')});getMessage=${message};getStatusCode=${statusCode};]`;
  }
}

export function errorList(rt: Runtime, errors: readonly DmlError[]): ApexList {
  return new ApexList(
    rt.types.list(rt.types.get('Database.Error')),
    errors.map((error) => new DatabaseError(error)),
  );
}

/** Members that most results have in JSON. */
export function ofResult(rt: Runtime, isSuccess: boolean, id: string | null, errors: readonly DmlError[]): (readonly [string, unknown])[] {
  return [
    ['success', isSuccess],
    ['id', id],
    ['errors', errorList(rt, errors)],
  ];
}

function resultClass(name: ResultClass, more: Readonly<Record<string, Implementation>> = {}): ClassDefinition {
  const getId = (_rt: Runtime, self: DatabaseResult) => self.result.id;
  const isSuccess = (_rt: Runtime, self: DatabaseResult) => self.result.isSuccess;
  const getErrors = (rt: Runtime, self: DatabaseResult) => errorList(rt, self.errors);
  return defineClass(`Database.${name}`, {
    'getId()': getId,
    'get Id': getId,
    'isSuccess()': isSuccess,
    'get Success': isSuccess,
    'getErrors()': getErrors,
    'get Errors': getErrors,
    ...more,
  });
}

const isCreated = (_rt: Runtime, self: DatabaseResult) => self.result.isCreated;
const fieldsOf = (rt: Runtime, self: DatabaseError) => new ApexList(rt.types.list(rt.types.get('String')), [...self.error.fields]);
const messageOf = (_rt: Runtime, self: DatabaseError) => self.error.message;
const statusCodeOf = (rt: Runtime, self: DatabaseError) => rt.types.enumValue('System.StatusCode', self.error.statusCode);

export const resultClasses: readonly ClassDefinition[] = [
  resultClass('SaveResult'),
  resultClass('UpsertResult', {'isCreated()': isCreated, 'get Created': isCreated}),
  resultClass('DeleteResult'),
  resultClass('UndeleteResult'),
  defineClass('Database.Error', {
    'getFields()': fieldsOf,
    'get Fields': fieldsOf,
    'getMessage()': messageOf,
    'get Message': messageOf,
    'getStatusCode()': statusCodeOf,
    'get StatusCode': statusCodeOf,
  }),
];
