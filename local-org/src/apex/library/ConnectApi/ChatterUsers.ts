import type {Runtime} from '../../runtime/runtime.ts';
import {UnsupportedError} from '../../runtime/unsupported.ts';
import {defineClass, type ClassDefinition} from '../registry.ts';

/**
 * "Most Connect in Apex methods require access to real organization data, and fail unless they are used in test methods marked @IsTest(SeeAllData=true)" (Apex
 * Developer Guide, "Testing ConnectApi Code"): programs ask by this method whether a test sees the data of the org, which is what it is here for.
 */
export const chatterUsersClass: ClassDefinition = defineClass('ConnectApi.ChatterUsers', {
  'getFollowings(String,String)': (rt: Runtime) => {
    if (!rt.tx.isTest) throw new UnsupportedError('U300 ConnectApi.ChatterUsers.getFollowings(String,String) is not supported.');
    throw rt.exception(
      'System.UnsupportedOperationException',
      'ConnectApi methods are not supported in data siloed tests. Please use @IsTest(SeeAllData=true).',
    );
  },
});
