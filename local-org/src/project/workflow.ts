/** Workflow of the Metadata API Developer Guide: its active rules, of those that change records. */
import type {FlowTrigger, WorkflowRule} from './model.ts';
import {booleanOf, childrenOf, wordOf} from './xml.ts';
import type {XmlElement} from './xml.ts';

/** Alerts and outbound messages leave the org, and nothing leaves this one. */
const CHANGING: ReadonlySet<string> = new Set(['FieldUpdate', 'FlowAction', 'Task']);

/** @param object API name, by which the file is called */
export function readWorkflow(element: XmlElement, object: string, path: string): readonly WorkflowRule[] {
  return childrenOf(element, 'rules').flatMap((rule) => {
    const actions = childrenOf(rule, 'actions').map((action) => wordOf(action, 'type') ?? '');
    if (!booleanOf(rule, 'active', false) || !actions.some((type) => CHANGING.has(type))) return [];
    const operations: FlowTrigger['operations'] = wordOf(rule, 'triggerType') === 'onCreateOnly' ? ['insert'] : ['insert', 'update'];
    return [{name: wordOf(rule, 'fullName') ?? '', path, line: rule.line, trigger: {object, timing: 'after' as const, operations}}];
  });
}
