/** Records that `Approval.lock` has locked (Apex Reference Guide, "Approval Class"). A rollback takes locks back along with everything else. */
import type {UndoLog} from '../transaction.ts';

export class RecordLocks {
  readonly #locked = new Set<string>();

  /** @param id with 18 characters */
  isLocked(id: string): boolean {
    return this.#locked.has(id);
  }

  lock(id: string, undo: UndoLog): void {
    if (this.#locked.has(id)) return;
    this.#locked.add(id);
    undo.onRollback(() => this.#locked.delete(id));
  }

  unlock(id: string, undo: UndoLog): void {
    if (!this.#locked.delete(id)) return;
    undo.onRollback(() => this.#locked.add(id));
  }
}
