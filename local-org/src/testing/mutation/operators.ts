/** The ways in which code is changed to see whether a test notices. */

export const MUTATION_OPERATORS = {
  comparison: 'moves a bound (`<` and `<=`, `>` and `>=`) or turns an equality into its opposite',
  logical: 'swaps `&&` and `||`',
  'negated-condition': 'negates the condition of an `if`, a loop or a `?:`',
  'true-condition': 'takes the condition of an `if` or a `?:` for true',
  'false-condition': 'takes the condition of an `if`, a loop or a `?:` for false',
  arithmetic: 'swaps `+` and `-`, also in `++` and `+=`',
  call: 'leaves out a statement that is a call',
  dml: 'leaves out a DML statement',
  element: 'leaves out an object that a list or set starts with',
  'enum-constant': 'puts another constant of the same enum',
  'enum-order': 'declares two neighbouring constants of an enum in the opposite order',
  lock: 'leaves out FOR UPDATE',
  return: 'returns true, and false, from a method of type Boolean',
  'null-coalescing': 'keeps one side of `??`',
  sharing: 'turns `with sharing` into `without sharing`, and the other way round',
} as const satisfies Readonly<Record<string, string>>;

export type MutationOperator = keyof typeof MUTATION_OPERATORS;

export function isMutationOperator(name: string): name is MutationOperator {
  return Object.hasOwn(MUTATION_OPERATORS, name);
}

/** Those that run when none is asked for. Only tests that walk the sharing of records can notice a changed sharing keyword. */
export const DEFAULT_OPERATORS: readonly MutationOperator[] = Object.keys(MUTATION_OPERATORS)
  .filter(isMutationOperator)
  .filter((name) => name !== 'sharing');
