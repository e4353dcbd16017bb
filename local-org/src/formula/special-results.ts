import type {FormulaContext} from './formula-context.ts';
import type {Bound} from './formula-types.ts';

/** What is bound, or what the function takes instead. */
export type SpecialResult = Bound | string;

export function boolean(evaluate: (context: FormulaContext) => boolean): Bound {
  return {type: 'boolean', evaluate};
}

export function isBlank(value: unknown): boolean {
  return value === null || value === undefined || value === '';
}
