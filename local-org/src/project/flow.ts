/** Flow of the Metadata API Developer Guide: its head, and its text for the flow loader. */
import type {FlowSource, FlowTrigger} from './model.ts';
import {child, childrenOf, textOf, wordOf} from './xml.ts';
import type {XmlElement} from './xml.ts';

export function readFlow(element: XmlElement, name: string, path: string, source: string): FlowSource {
  return {
    name,
    path,
    line: element.line,
    label: textOf(element, 'label') ?? name,
    processType: wordOf(element, 'processType'),
    status: wordOf(element, 'status') ?? 'Draft',
    apiVersion: wordOf(element, 'apiVersion'),
    trigger: recordTrigger(element) ?? processTrigger(element),
    source,
  };
}

type Operations = FlowTrigger['operations'];

/** FlowStart, "recordTriggerType". */
const OPERATIONS: Readonly<Record<string, Operations>> = {
  Create: ['insert'],
  Update: ['update'],
  CreateAndUpdate: ['insert', 'update'],
  Delete: ['delete'],
};

/** FlowStart, "triggerType": `RecordBeforeSave`, `RecordAfterSave`, `RecordBeforeDelete`, `PlatformEvent`; others start it by the clock or by a person. */
function recordTrigger(element: XmlElement): FlowTrigger | null {
  const start = child(element, 'start');
  const object = start === null ? null : wordOf(start, 'object');
  if (start === null || object === null) return null;
  const operations = OPERATIONS[wordOf(start, 'recordTriggerType') ?? ''];
  switch (wordOf(start, 'triggerType')) {
    case 'RecordBeforeSave':
      return {object, timing: 'before', operations: operations ?? ['insert', 'update']};
    case 'RecordAfterSave':
      return {object, timing: 'after', operations: operations ?? ['insert', 'update']};
    case 'RecordBeforeDelete':
      return {object, timing: 'before', operations: ['delete']};
    case 'PlatformEvent':
      return {object, timing: 'after', operations: ['insert']};
    default:
      return null;
  }
}

/** Of a process (Process Builder), which is a flow of the type Workflow or CustomEvent whose values name the object and when it starts. */
function processTrigger(element: XmlElement): FlowTrigger | null {
  const type = wordOf(element, 'processType');
  if (type !== 'Workflow' && type !== 'CustomEvent') return null;
  const values = new Map(childrenOf(element, 'processMetadataValues').map((value) => [wordOf(value, 'name'), stringValue(value)]));
  const object = values.get('ObjectType') ?? values.get('EventType') ?? null;
  if (object === null) return null;
  return {object, timing: 'after', operations: values.get('TriggerType') === 'onAllChanges' ? ['insert', 'update'] : ['insert']};
}

function stringValue(element: XmlElement): string | null {
  const value = child(element, 'value');
  return value === null ? null : wordOf(value, 'stringValue');
}
