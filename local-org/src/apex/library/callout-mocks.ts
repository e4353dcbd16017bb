/** Mocks that a test has set for callouts (Apex Developer Guide, "Testing HTTP Callouts"). They last as long as the test. */
import {TransactionKey} from '../../transaction.ts';
import type {Runtime} from '../runtime/runtime.ts';
import type {RuntimeType} from '../runtime/runtime-type.ts';

const MOCKS = new TransactionKey<Map<string, object>>(() => new Map(), 'test');

/** @param type the interface that the mock implements */
export function setMock(rt: Runtime, type: RuntimeType, mock: object): void {
  if (type.kind !== 'interface') throw rt.exception('System.TypeException', `Supplied type is not an interface`);
  if (!type.isInstance(mock)) throw rt.exception('System.TypeException', `Supplied instance does not implement the supplied interface`);
  rt.tx.get(MOCKS).set(type.name, mock);
}

export function mockOf(rt: Runtime, interfaceName: string): object | null {
  return rt.tx.get(MOCKS).get(interfaceName) ?? null;
}
