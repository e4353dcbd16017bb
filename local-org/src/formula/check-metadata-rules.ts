/** Validation rules of custom metadata types, held against the records of the source: a deployment refuses a record that breaks one. */
import {SObject} from '../apex/runtime/sobject.ts';
import {UnsupportedError} from '../apex/runtime/unsupported.ts';
import type {Schema} from '../data/descriptor.ts';
import type {MetadataRow} from '../data/schema/custom-metadata-rows.ts';
import {Tables} from '../data/tables/tables.ts';
import type {Diagnostic} from '../diagnostics/diagnostic.ts';
import {NOWHERE} from '../diagnostics/source-location.ts';
import type {FormulaGlobals} from './formula-context.ts';
import {OrgFormulas} from './org-formulas.ts';

/** @param now milliseconds since 1970, for rules that ask for today */
export function checkMetadataRules(rows: readonly MetadataRow[], schema: Schema, now: number): Diagnostic[] {
  const formulas = new OrgFormulas(schema, new Tables(), nobody(now));
  return rows.flatMap(({object, source, slots}) => {
    const place = {path: source.path, span: {...NOWHERE, line: source.line, column: 1}};
    const name = `${source.type}.${source.developerName}`;
    try {
      const broken = formulas.check(object, new SObject(object, slots.slice(), null), null);
      return broken.map(({message}): Diagnostic => ({code: 'E916', message: `${name} breaks a validation rule: ${message}`, ...place}));
    } catch (error) {
      // Rules that can't be read are reported where they stand.
      if (error instanceof UnsupportedError) return [];
      throw error;
    }
  });
}

/** Before an org is there, there is no user. */
function nobody(now: number): FormulaGlobals {
  return {
    now: () => now,
    userZone: () => 'GMT',
    user: () => null,
    organization: () => null,
    hasPermission: () => false,
    setting: () => null,
    customMetadata: () => null,
    label: () => null,
  };
}
