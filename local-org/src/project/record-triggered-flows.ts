/** The active flows and workflow rules that saves of records start, of a project. */
import type {Diagnostic} from '../diagnostics/diagnostic.ts';
import {NOWHERE} from '../diagnostics/source-location.ts';
import type {Declared, FlowTrigger, Project} from './model.ts';

type Sources = Pick<Project, 'flows' | 'workflowRules'>;

/** By object (lower-case), timing and operation: what they are and their names (`flow Route_Lead`), in their order. */
export class RecordTriggeredFlows {
  readonly #names = new Map<string, string[]>();

  constructor(project: Sources) {
    for (const {name, trigger} of triggered(project)) {
      for (const operation of trigger.operations) {
        const key = keyOf(trigger.object, trigger.timing, operation);
        this.#names.set(key, [...(this.#names.get(key) ?? []), name]);
      }
    }
  }

  of(object: string, timing: FlowTrigger['timing'], operation: FlowTrigger['operations'][number]): readonly string[] {
    return this.#names.get(keyOf(object, timing, operation)) ?? [];
  }
}

/** What saves of their objects are refused for. */
export function checkFlows(project: Sources): readonly Diagnostic[] {
  return triggered(project).map(({name, path, line, trigger}) => ({
    code: 'U403',
    message: `The ${name} runs on ${trigger.operations.join(' and ')} of ${trigger.object}, which is not supported: such DML is refused`,
    path,
    span: {...NOWHERE, line, column: 1},
  }));
}

interface Triggered extends Declared {
  readonly name: string;
  readonly trigger: FlowTrigger;
}

function triggered({flows, workflowRules}: Sources): readonly Triggered[] {
  return [
    ...flows.flatMap(({name, path, line, status, trigger}) =>
      trigger === null || status !== 'Active' ? [] : [{name: `flow ${name}`, path, line, trigger}],
    ),
    ...workflowRules.map((rule) => ({...rule, name: `workflow rule ${rule.name}`})),
  ];
}

function keyOf(object: string, timing: string, operation: string): string {
  return `${object.toLowerCase()} ${timing} ${operation}`;
}
