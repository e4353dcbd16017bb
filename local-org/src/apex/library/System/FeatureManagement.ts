/** `System.FeatureManagement` (Apex Reference Guide, "FeatureManagement Class"). */
import type {Runtime} from '../../runtime/runtime.ts';
import {required} from '../arguments.ts';
import {defineClass, type ClassDefinition} from '../registry.ts';

export const featureManagementClass: ClassDefinition = defineClass('System.FeatureManagement', {
  'checkPermission(String)': (rt: Runtime, name: string | null) => rt.org.security.of(rt.tx.userId).hasCustomPermission(required(name)),
});
