import {fieldToken} from './apex/library/Schema/sobject-field.ts';
import {objectToken} from './apex/library/Schema/sobject-type.ts';
import {typeToken} from './apex/library/System/Type.ts';
import type {LanguageObjects} from './apex/runtime/runtime.ts';
import {UnsupportedError} from './apex/runtime/unsupported.ts';

/** The objects of the library that literals of the language stand for. */
export const languageObjects: LanguageObjects = {
  typeToken: (_rt, type) => typeToken(type),
  objectToken,
  fieldToken,
  describeObject: (_rt, object) => {
    throw new UnsupportedError(`U302 Schema.SObjectType.${object.name} is not supported.`);
  },
  describeField: (_rt, object, field) => {
    throw new UnsupportedError(`U302 Schema.SObjectType.${object.name}.fields.${field.name} is not supported.`);
  },
};
