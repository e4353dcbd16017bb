import type {Problem} from '../../check.ts';
import type {Catalogue} from '../catalogue.ts';
import type {StandardObjects} from '../standard-objects.ts';

/** What an org refuses although the schema allows it, or what this project asks of its metadata. */
export type Rule = (sources: Sources) => Problem[];

export interface Sources {
  readonly catalogue: Catalogue;
  readonly standard: StandardObjects;
}

/** Names that end so are declared in somebody's source; where they aren't in ours, a reference to them leads nowhere. */
const CUSTOM = /__(c|mdt|e)$/;

export function objectExists({catalogue, standard}: Sources, object: string): boolean {
  if (catalogue.objects.has(object)) return true;
  return !CUSTOM.test(object) && standard.fieldsOf(object) !== undefined;
}

/** @param field with its object: `Lead.Signal_Score__c` */
export function fieldExists({catalogue, standard}: Sources, field: string): boolean {
  const [object = '', name = ''] = field.split('.');
  if (catalogue.objects.get(object)?.fields.has(name)) return true;
  if (CUSTOM.test(name)) return false;
  // The standard fields that every custom object has are few and well known; those of standard objects are listed.
  return standard.fieldsOf(object)?.has(name) ?? CUSTOM.test(object);
}
