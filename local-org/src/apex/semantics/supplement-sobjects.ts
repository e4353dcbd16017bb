/**
 * Static methods that the platform gives to certain objects. The jars have them as instance methods of every SObject; here each is typed
 * for its own object.
 *
 * The owner of such a method is the object's symbol. Its implementation is registered for the class that `objectStaticsClass` names and is
 * handed the object's descriptor before the arguments.
 */
import type {SObjectDescriptor} from '../../data/descriptor.ts';

export interface ObjectStatic {
  readonly name: string;
  readonly parameters: readonly {readonly name: string; readonly type: string}[];
  /** In which `T` stands for the object. */
  readonly returns: string;
}

/** Apex Reference Guide, "Custom Metadata Type Methods". */
const CUSTOM_METADATA: readonly ObjectStatic[] = [
  {name: 'getAll', parameters: [], returns: 'Map<String,T>'},
  {name: 'getInstance', parameters: [{name: 'recordIdOrName', type: 'String'}], returns: 'T'},
];

/** Apex Reference Guide, "Custom Settings Methods", hierarchy settings. */
const HIERARCHY_SETTING: readonly ObjectStatic[] = [
  {name: 'getInstance', parameters: [], returns: 'T'},
  {name: 'getInstance', parameters: [{name: 'userOrProfileId', type: 'Id'}], returns: 'T'},
  {name: 'getOrgDefaults', parameters: [], returns: 'T'},
  {name: 'getValues', parameters: [{name: 'userOrProfileId', type: 'Id'}], returns: 'T'},
];

/** Apex Reference Guide, "Custom Settings Methods", list settings. */
const LIST_SETTING: readonly ObjectStatic[] = [
  {name: 'getAll', parameters: [], returns: 'Map<String,T>'},
  {name: 'getInstance', parameters: [{name: 'dataSetName', type: 'String'}], returns: 'T'},
  {name: 'getValues', parameters: [{name: 'dataSetName', type: 'String'}], returns: 'T'},
];

const STATICS: Partial<Record<SObjectDescriptor['kind'], {readonly className: string; readonly methods: readonly ObjectStatic[]}>> = {
  'custom metadata': {className: 'System.CustomMetadataType', methods: CUSTOM_METADATA},
  'hierarchy setting': {className: 'System.HierarchyCustomSetting', methods: HIERARCHY_SETTING},
  'list setting': {className: 'System.ListCustomSetting', methods: LIST_SETTING},
};

export function objectStatics({kind}: SObjectDescriptor): readonly ObjectStatic[] {
  return STATICS[kind]?.methods ?? [];
}

/** Under which name the library registers the static methods of an object; null where it has none. */
export function objectStaticsClass({kind}: SObjectDescriptor): string | null {
  return STATICS[kind]?.className ?? null;
}

/** Registry names and their keys, for checking the library. */
export function objectStaticKeys(): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    Object.values(STATICS).map(({className, methods}) => [
      className,
      new Set(methods.map(({name, parameters}) => `${name}(${parameters.map(({type}) => type).join(',')})`)),
    ]),
  );
}

/** Instance methods of SObject in the jars that stand for the static ones above. */
export const MISPLACED_STATICS: ReadonlySet<string> = new Set(['getAll', 'getInstance', 'getOrgDefaults', 'getValues']);
