/** `System.Test` (Apex Reference Guide, "Test Class"): what a test says to the platform. Outside of tests its methods are refused as there. */
import {runAsyncWork} from '../../../async/test-work.ts';
import type {Limits} from '../../../limits.ts';
import {TransactionKey} from '../../../transaction.ts';
import {FIXED_SEARCH_RESULTS} from '../../../data/sosl/find.ts';
import type {ApexDatetime} from '../../runtime/datetime.ts';
import type {ApexList} from '../../runtime/list.ts';
import type {Runtime} from '../../runtime/runtime.ts';
import {required} from '../arguments.ts';
import {TestBroker} from '../EventBus/TestBroker.ts';
import {setMock} from '../callout-mocks.ts';
import {defineClass, type ClassDefinition} from '../registry.ts';
import {testInstall, testUninstall} from './InstallContext.ts';
import type {ApexType} from './Type.ts';
import type {Version} from './Version.ts';

interface TestPhase {
  phase: 'before' | 'between' | 'after';
  /** Limits of the test itself while those between start and stop are counted. */
  outer: Limits | null;
}

const PHASE = new TransactionKey<TestPhase>(() => ({phase: 'before', outer: null}), 'test');

export const testClass: ClassDefinition = defineClass('System.Test', {
  'isRunningTest()': (rt: Runtime) => rt.tx.isTest,
  /** The code until stopTest has governor limits of its own. */
  'startTest()': (rt: Runtime) => {
    const state = phaseOf(rt, 'startTest');
    if (state.phase !== 'before') throw rt.exception('System.FinalException', 'Testing already started');
    state.phase = 'between';
    state.outer = rt.tx.limits;
    rt.tx.limits = rt.tx.limits.fresh();
  },
  'stopTest()': (rt: Runtime) => {
    const state = phaseOf(rt, 'stopTest');
    if (state.phase !== 'between' || state.outer === null) throw rt.exception('System.FinalException', 'Testing has not started');
    state.phase = 'after';
    rt.tx.limits = state.outer;
    runAsyncWork(rt);
  },
  'testInstall(InstallHandler,Version)': (rt: Runtime, handler: object | null, version: Version | null) => {
    phaseOf(rt, 'testInstall');
    testInstall(rt, handler, version);
  },
  'testInstall(InstallHandler,Version,Boolean)': (rt: Runtime, handler: object | null, version: Version | null, isPush: boolean | null) => {
    phaseOf(rt, 'testInstall');
    testInstall(rt, handler, version, required(isPush));
  },
  'testUninstall(UninstallHandler)': (rt: Runtime, handler: object | null) => {
    phaseOf(rt, 'testUninstall');
    testUninstall(rt, handler);
  },
  'getEventBus()': (rt: Runtime) => {
    phaseOf(rt, 'getEventBus');
    return new TestBroker();
  },
  'setMock(Type,Object)': (rt: Runtime, type: ApexType | null, mock: object | null) => {
    phaseOf(rt, 'setMock');
    setMock(rt, required(type).runtimeType, required(mock));
  },
  /** Records that the SOSL queries of the test find, whatever they look for. */
  'setFixedSearchResults(List<String>)': (rt: Runtime, ids: ApexList | null) => {
    phaseOf(rt, 'setFixedSearchResults');
    rt.tx.set(FIXED_SEARCH_RESULTS, required(ids).elements.map(String));
  },
  'setCreatedDate(Id,Datetime)': (rt: Runtime, id: string | null, date: ApexDatetime | null) => {
    phaseOf(rt, 'setCreatedDate');
    setCreatedDate(rt, required(id), required(date));
  },
  'calculatePermissionSetGroup(String)': (rt: Runtime, id: string | null) => {
    phaseOf(rt, 'calculatePermissionSetGroup');
    calculatePermissionSetGroup(rt, required(id));
  },
  'calculatePermissionSetGroup(List<String>)': (rt: Runtime, ids: ApexList | null) => {
    phaseOf(rt, 'calculatePermissionSetGroup');
    for (const id of required(ids).elements) calculatePermissionSetGroup(rt, String(id));
  },
  'createStub(Type,StubProvider)': (rt: Runtime, type: ApexType | null, provider: object | null) =>
    rt.createStub(required(type).runtimeType, required(provider)),
});

function phaseOf(rt: Runtime, method: string): TestPhase {
  if (!rt.tx.isTest) throw rt.exception('System.TypeException', `Test.${method} may only be called from a test method`);
  return rt.tx.get(PHASE);
}

function setCreatedDate(rt: Runtime, id: string, date: ApexDatetime): void {
  const {schema, tables} = rt.org;
  const object = schema.objectByPrefix(id.slice(0, 3));
  const row = object === null ? undefined : tables.get(object, id);
  const field = object?.fieldsByKey.get('createddate');
  if (object === null || row === undefined || field === undefined)
    throw rt.exception('System.InvalidParameterValueException', `Record not found: ${id}`);
  tables.update(object, id, row.slots.with(field.index, date));
}

/** The permissions of a group follow its sets at once; what remains is its status, without which nobody can be assigned to it. */
function calculatePermissionSetGroup({org}: Runtime, id: string): void {
  const object = org.records.object('PermissionSetGroup');
  const row = org.tables.get(object, id);
  const status = object.fieldsByKey.get('status');
  if (row !== undefined && status !== undefined) org.tables.update(object, id, row.slots.with(status.index, 'Updated'));
}
