import {goodRows, refuse, type SaveRequest, type SaveRow} from '../save-request.ts';

/** Nobody has a permission set twice, and a group only when its permissions have been calculated (Object Reference, "PermissionSetAssignment"). */
export function checkAssignments(request: SaveRequest): void {
  if (request.object.name !== 'PermissionSetAssignment' || request.operation !== 'insert') return;
  const inChunk = new Set<string>();
  for (const row of goodRows(request)) {
    const groupId = idIn(row, 'permissionsetgroupid');
    const granted = idIn(row, 'permissionsetid') ?? groupId;
    const assignee = idIn(row, 'assigneeid');
    if (granted === null) refuse(row, 'REQUIRED_FIELD_MISSING', 'Required fields are missing: [PermissionSetId]', ['PermissionSetId']);
    else if (groupId !== null && statusOf(request, groupId) !== 'Updated')
      refuse(row, 'INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
    else if (assignee !== null && (inChunk.has(assignee + granted) || isAssigned(request, assignee, granted)))
      refuseDuplicate(row, assignee, granted);
    else inChunk.add(`${String(assignee)}${granted}`);
  }
}

function refuseDuplicate(row: SaveRow, assignee: string, granted: string): void {
  const message = `Duplicate PermissionSetAssignment. Assignee: ${assignee.slice(0, 15)}; Permission Set: ${granted.slice(0, 15)}`;
  refuse(row, 'DUPLICATE_VALUE', message, ['AssigneeId', 'PermissionSetId']);
}

function isAssigned({environment, object}: SaveRequest, assignee: string, granted: string): boolean {
  const field = object.fieldsByKey.get('assigneeid');
  const ids = field === undefined ? [] : environment.rows.findByReference(object, field, assignee);
  return ids.some((id) => environment.rows.get(object, id)?.slots.includes(granted) === true);
}

function statusOf({environment}: SaveRequest, groupId: string): unknown {
  const group = environment.schema.object('PermissionSetGroup');
  const status = group?.fieldsByKey.get('status');
  return group == null || status === undefined ? null : environment.rows.get(group, groupId)?.slots[status.index];
}

function idIn({record}: SaveRow, key: string): string | null {
  const field = record.descriptor.fieldsByKey.get(key);
  const value = field === undefined ? null : record.slots[field.index];
  return typeof value === 'string' ? value : null;
}
