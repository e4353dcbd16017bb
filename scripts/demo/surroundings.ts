/** What happens around an org and comes through none of its APIs: time passes, and Setup changes rows past their triggers. */
import type {MovableClock, Org} from 'local-org';

export interface Surroundings {
  /** Milliseconds since 1970. */
  now(): number;
  /** Lets time pass; what is scheduled by then runs. @param moment milliseconds since 1970, not before now */
  passUntil(moment: number): void;
  /**
   * What Replace does in the Setup of a picklist: the rows get another value, and no trigger and no validation rule hears of it
   * (Salesforce Help, "Replace Picklist Values").
   *
   * @returns how many rows had the value
   */
  replacePicklistValue(object: string, field: string, from: string, to: string): number;
}

export function surroundingsOf(org: Org, clock: MovableClock): Surroundings {
  return {
    now: () => clock.now(),
    passUntil(moment) {
      clock.moveTo(moment);
      org.runDueJobs();
    },
    replacePicklistValue(objectName, fieldName, from, to) {
      const object = org.records.object(objectName);
      const field = object.fieldsByKey.get(fieldName.toLowerCase());
      if (field === undefined) throw new Error(`${objectName} has no field ${fieldName}.`);
      const ids = org.tables.findByKey(object, field, from);
      for (const id of ids) {
        const row = org.tables.get(object, id);
        if (row !== undefined) org.tables.update(object, id, row.slots.with(field.index, to));
      }
      org.tables.commit();
      return ids.length;
    },
  };
}
