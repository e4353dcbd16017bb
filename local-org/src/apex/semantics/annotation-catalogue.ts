/** The annotations of Apex, where they may stand and what they say (Apex Developer Guide, "Annotations"). */
import type {Site} from './sites.ts';

export interface AnnotationRule {
  /** As messages spell it. */
  readonly name: string;
  readonly sites: readonly Site[];
  /** Lower-case names of its properties and what kind of value each has. */
  readonly properties: Readonly<Record<string, 'boolean' | 'string' | 'integer'>>;
  /** Whether a value without a name may stand between the parentheses. */
  readonly hasBareValue?: boolean;
}

const TYPES: readonly Site[] = ['class', 'interface', 'enum'];
const MEMBERS: readonly Site[] = ['method', 'field', 'property', 'constructor'];

const RULES: readonly AnnotationRule[] = [
  {
    name: 'AuraEnabled',
    sites: ['method', 'field', 'property'],
    properties: {cacheable: 'boolean', continuation: 'boolean', scope: 'string'},
  },
  {name: 'Deprecated', sites: [...TYPES, ...MEMBERS], properties: {}},
  {name: 'Future', sites: ['method'], properties: {callout: 'boolean', limits: 'string'}},
  {name: 'HttpDelete', sites: ['method'], properties: {}},
  {name: 'HttpGet', sites: ['method'], properties: {}},
  {name: 'HttpPatch', sites: ['method'], properties: {}},
  {name: 'HttpPost', sites: ['method'], properties: {}},
  {name: 'HttpPut', sites: ['method'], properties: {}},
  {
    name: 'InvocableMethod',
    sites: ['method'],
    properties: {
      label: 'string',
      description: 'string',
      callout: 'boolean',
      category: 'string',
      configurationeditor: 'string',
      iconname: 'string',
      capabilitytype: 'string',
    },
  },
  {
    name: 'InvocableVariable',
    sites: ['field'],
    properties: {label: 'string', description: 'string', required: 'boolean', defaultvalue: 'string', placeholdertext: 'string'},
  },
  {
    name: 'IsTest',
    sites: ['class', 'method'],
    properties: {seealldata: 'boolean', isparallel: 'boolean', oninstall: 'boolean', critical: 'boolean', testfor: 'string'},
  },
  {name: 'JsonAccess', sites: ['class'], properties: {serializable: 'string', deserializable: 'string'}},
  {name: 'NamespaceAccessible', sites: [...TYPES, ...MEMBERS], properties: {}},
  {name: 'ReadOnly', sites: ['method'], properties: {usereplica: 'string'}},
  {name: 'RemoteAction', sites: ['method'], properties: {}},
  {name: 'RestResource', sites: ['class'], properties: {urlmapping: 'string'}},
  {
    name: 'SuppressWarnings',
    sites: [...TYPES, ...MEMBERS, 'accessor', 'local', 'parameter'],
    properties: {value: 'string'},
    hasBareValue: true,
  },
  {name: 'TestSetup', sites: ['method'], properties: {}},
  {name: 'TestVisible', sites: [...TYPES, ...MEMBERS, 'accessor'], properties: {}},
];

const BY_NAME = new Map(RULES.map((rule) => [rule.name.toLowerCase(), rule]));

export function annotationRule(name: string): AnnotationRule | null {
  return BY_NAME.get(name.toLowerCase()) ?? null;
}
