/** Members of `Schema.SObjectField` (Apex Reference Guide, "SObjectField Class"). */
import type {Runtime} from '../../runtime/runtime.ts';
import {defineClass, type ClassDefinition} from '../registry.ts';
import {DescribeFieldResult} from './DescribeFieldResult.ts';
import type {SObjectFieldToken} from './sobject-field.ts';

const getDescribe = (_rt: Runtime, {object, field}: SObjectFieldToken) => new DescribeFieldResult(object, field);

export const sobjectFieldClass: ClassDefinition = defineClass('Schema.SObjectField', {
  'getDescribe()': getDescribe,
  'getDescribe(Object)': getDescribe,
});
