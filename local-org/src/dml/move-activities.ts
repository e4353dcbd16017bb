import type {Records} from '../data/records.ts';
import type {RowStore} from './save-environment.ts';

/**
 * Tasks and events of a converted lead go over to its contact, and to the opportunity or account where they are about nothing else (Salesforce
 * Help, "What happens when I convert leads?"). They aren't saved again: no trigger fires.
 */
export function moveActivities(records: Records, rows: RowStore, leadId: string, contactId: string | null, whatId: string | null): void {
  for (const name of ['Task', 'Event']) {
    const object = records.object(name);
    const who = object.fieldsByKey.get('whoid');
    const what = object.fieldsByKey.get('whatid');
    if (who === undefined || what === undefined) continue;
    for (const id of rows.findByReference(object, who, leadId)) {
      const slots = rows.get(object, id)?.slots.slice() ?? [];
      slots[who.index] = contactId;
      slots[what.index] ??= whatId;
      rows.update(object, id, slots);
    }
  }
}
