import {TransactionKey} from '../../../transaction.ts';
import type {Runtime} from '../../runtime/runtime.ts';
import {defineClass, type ClassDefinition} from '../registry.ts';
import type {RestRequest, RestResponse} from './RestRequest.ts';

/** Of the request that started the transaction; null in all others, until a test sets them. */
export const REST_CONTEXT = new TransactionKey<{request: RestRequest | null; response: RestResponse | null}>(() => ({
  request: null,
  response: null,
}));

/** Apex Reference Guide, "RestContext Class". */
export const restContextClass: ClassDefinition = defineClass('System.RestContext', {
  'get request': (rt: Runtime) => rt.tx.get(REST_CONTEXT).request,
  'set request': (rt: Runtime, request: RestRequest | null) => {
    rt.tx.get(REST_CONTEXT).request = request;
  },
  'get response': (rt: Runtime) => rt.tx.get(REST_CONTEXT).response,
  'set response': (rt: Runtime, response: RestResponse | null) => {
    rt.tx.get(REST_CONTEXT).response = response;
  },
});
