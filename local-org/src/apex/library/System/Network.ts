/** `System.Network` (Apex Reference Guide, "Network Class"). There are no Experience Cloud sites here, so nobody is ever in one. */
import {defineClass, type ClassDefinition} from '../registry.ts';

export const networkClass: ClassDefinition = defineClass('System.Network', {'getNetworkId()': () => null});
