/** Which methods are tests (Apex Developer Guide, "IsTest Annotation", "TestSetup Annotation"). */
import type {ClassInfo, MethodInfo} from '../apex/codegen/unit.ts';

export interface TestClass {
  readonly name: string;
  /** The method with `@TestSetup`, which makes the rows that each test finds; the compiler allows one. */
  readonly setup: TestMethod | null;
  /** In the order of the source. */
  readonly methods: readonly TestMethod[];
}

export interface TestMethod {
  readonly name: string;
  /** By which generated code holds it. */
  readonly slot: string;
}

/** The test classes among all classes, by name; those without a test method, which only help others, are left out. */
export function findTests(classes: readonly ClassInfo[]): TestClass[] {
  return classes
    .filter(({isTest, name}) => isTest && !name.includes('.'))
    .map(({name, methods}) => ({
      name,
      setup: annotated(methods, 'testsetup')[0] ?? null,
      methods: annotated(methods, 'istest'),
    }))
    .filter(({methods}) => methods.length > 0)
    .sort((left, right) => (left.name < right.name ? -1 : 1));
}

function annotated(methods: readonly MethodInfo[], annotation: string): TestMethod[] {
  return methods
    .filter(({annotations}) => annotations.some(({name}) => name === annotation))
    .toSorted((left, right) => left.line - right.line)
    .map(({name, slot}) => ({name, slot}));
}
