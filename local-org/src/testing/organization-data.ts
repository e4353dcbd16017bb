/**
 * What tests don't see of an org: "By default, Apex test methods can't access pre-existing org data such as standard objects, custom objects, and custom settings data
 * … objects that are used to manage your organization or metadata objects can still be accessed in your tests" (Apex Developer Guide, "Isolation of Test Data from
 * Organization Data in Unit Tests").
 */
import type {SObjectDescriptor} from '../data/descriptor.ts';

/** The standard objects of this org that hold data; all others manage it. */
const DATA: ReadonlySet<string> = new Set([
  'Account',
  'Campaign',
  'CampaignMember',
  'Case',
  'Contact',
  'Event',
  'Lead',
  'Opportunity',
  'Task',
]);

export function isOrganizationData({kind, name}: SObjectDescriptor): boolean {
  switch (kind) {
    case 'custom':
    case 'hierarchy setting':
    case 'list setting':
      return true;
    case 'standard':
      return DATA.has(name);
    case 'custom metadata':
    case 'platform event':
    case 'signature only':
      return false;
  }
}
