/** The active flows that saves of records start, of a project. */
import type {Diagnostic} from '../diagnostics/diagnostic.ts';
import {NOWHERE} from '../diagnostics/source-location.ts';
import type {FlowSource, FlowTrigger, Project} from './model.ts';

/** By object (lower-case), timing and operation: names of flows, in their order. */
export class RecordTriggeredFlows {
  readonly #names = new Map<string, string[]>();

  constructor(project: Pick<Project, 'flows'>) {
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
export function checkFlows(project: Pick<Project, 'flows'>): readonly Diagnostic[] {
  return triggered(project).map(({name, path, line, trigger}) => ({
    code: 'U403',
    message: `The flow ${name} runs on ${trigger.operations.join(' and ')} of ${trigger.object}: flows are not supported, and such DML is refused`,
    path,
    span: {...NOWHERE, line, column: 1},
  }));
}

function triggered({flows}: Pick<Project, 'flows'>): readonly (FlowSource & {readonly trigger: FlowTrigger})[] {
  return flows.flatMap((flow) => (flow.trigger === null || flow.status !== 'Active' ? [] : [{...flow, trigger: flow.trigger}]));
}

function keyOf(object: string, timing: string, operation: string): string {
  return `${object.toLowerCase()} ${timing} ${operation}`;
}
