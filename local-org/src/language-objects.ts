import {DescribeFieldResult} from './apex/library/Schema/DescribeFieldResult.ts';
import {DescribeSObjectResult} from './apex/library/Schema/DescribeSObjectResult.ts';
import {fieldToken} from './apex/library/Schema/sobject-field.ts';
import {objectToken} from './apex/library/Schema/sobject-type.ts';
import {typeToken} from './apex/library/System/Type.ts';
import type {LanguageObjects} from './apex/runtime/runtime.ts';

/** The objects of the library that literals of the language stand for. */
export const languageObjects: LanguageObjects = {
  typeToken: (_rt, type) => typeToken(type),
  objectToken,
  fieldToken,
  describeObject: (_rt, object) => new DescribeSObjectResult(object),
  describeField: (_rt, object, field) => new DescribeFieldResult(object, field),
};
