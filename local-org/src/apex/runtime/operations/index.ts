/** Everything that generated code calls by name (`Reference` of kind `operation`). */
import {stringToId} from '../id.ts';
import {getChildren, getField, getFieldOfAny, getFieldOfParent, getParent, getParentOfParent, setField, setParent} from '../sobject.ts';
import * as records from './records.ts';
import * as casts from './casts.ts';
import * as creation from './creation.ts';
import * as database from './database.ts';
import * as failures from './failures.ts';
import * as futures from './futures.ts';
import * as iteration from './iteration.ts';
import {operators} from './operators.ts';
import {search} from './search.ts';
import * as runAs from './run-as.ts';
import * as timeArithmetic from './time-arithmetic.ts';

export const operations: Readonly<Record<string, unknown>> = {
  ...operators,
  ...casts,
  ...creation,
  ...database,
  ...failures,
  ...futures,
  ...iteration,
  ...records,
  ...runAs,
  ...timeArithmetic,
  stringToId,
  getChildren,
  getField,
  getFieldOfAny,
  getFieldOfParent,
  getParent,
  getParentOfParent,
  search,
  setField,
  setParent,
};
