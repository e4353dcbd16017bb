import type {ApexBlob} from '../runtime/blob.ts';
import type {Runtime} from '../runtime/runtime.ts';

/** The content of a static resource by its name. @throws System.StringException where there is none */
export function staticResourceContent(rt: Runtime, name: string): ApexBlob {
  const {records} = rt.org;
  const [id] = records.find('StaticResource', 'name', name);
  if (id === undefined) throw rt.exception('System.QueryException', `Static Resource not found: ${name}`);
  return records.value('StaticResource', id, 'body') as ApexBlob;
}
