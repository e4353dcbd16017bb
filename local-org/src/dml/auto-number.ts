/** Auto-numbers (Salesforce Help, "Auto-Number Fields"): counted for each field, never given twice, not taken back by a rollback. */
import type {FieldDescriptor, SObjectDescriptor} from '../data/descriptor.ts';

export class AutoNumbers {
  readonly #next = new Map<string, number>();

  next(object: SObjectDescriptor, field: FieldDescriptor): number {
    const key = `${object.key}.${field.key}`;
    const number = this.#next.get(key) ?? field.autoNumber?.start ?? 1;
    this.#next.set(key, number + 1);
    return number;
  }
}

/** `P-{0000}` and 7 give `P-0007`; `{YYYY}`, `{YY}`, `{MM}`, `{DD}` are the day of creation in GMT. */
export function autoNumberText(field: FieldDescriptor, number: number, now: number): string {
  const format = field.autoNumber?.format ?? '{0}';
  return (/\{[YMD]/.test(format) ? withDay(format, now) : format).replace(/\{(0+)\}/, (_all, zeros: string) =>
    String(number).padStart(zeros.length, '0'),
  );
}

function withDay(format: string, now: number): string {
  const date = new Date(now).toISOString();
  return format
    .replaceAll('{YYYY}', date.slice(0, 4))
    .replaceAll('{YY}', date.slice(2, 4))
    .replaceAll('{MM}', date.slice(5, 7))
    .replaceAll('{DD}', date.slice(8, 10));
}
