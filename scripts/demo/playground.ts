/** What the demo needs in an org that has nothing but the package: an administrator with its rights, a mode, and the identity of the AI. */
import {create, query, quoted, type Connection} from './connection.ts';

/** User name of the identity that submits proposals. It may propose, and read leads; nothing else. */
export const PROPOSER = 'ai-proposer@lifecycle-gate.test';

/** User name of somebody who decides, and takes changes back. */
export const MANAGER = 'manager@lifecycle-gate.test';

/** @param administrator connection of a System Administrator */
export function preparePlayground(administrator: Connection, administratorName: string): void {
  const administratorId = idOf(administrator, 'User', 'Username', administratorName);
  assign(administrator, administratorId, 'Lifecycle_Admin');
  create(administrator, 'Lifecycle_Control__c', {SetupOwnerId: organizationId(administrator), Mode__c: 'Enforce'});
  createProposer(administrator, PROPOSER);
  createUser(administrator, MANAGER, 'Standard User', 'Lifecycle_Manager');
}

/** A user who may submit proposals and nothing else. */
export function createProposer(administrator: Connection, username: string): void {
  createUser(administrator, username, 'Minimum Access - Salesforce', 'Lifecycle_Proposer');
}

export function createUser(administrator: Connection, username: string, profile: string, permissionSet: string): void {
  const userId = create(administrator, 'User', {
    Username: username,
    LastName: username.split('@')[0],
    Alias: 'user',
    CommunityNickname: username.slice(0, 40),
    Email: username,
    TimeZoneSidKey: 'GMT',
    LocaleSidKey: 'en_US',
    LanguageLocaleKey: 'en_US',
    EmailEncodingKey: 'UTF-8',
    ProfileId: idOf(administrator, 'Profile', 'Name', profile),
  });
  assign(administrator, userId, permissionSet);
}

function assign(administrator: Connection, userId: string, permissionSet: string): void {
  const permissionSetId = idOf(administrator, 'PermissionSet', 'Name', permissionSet);
  create(administrator, 'PermissionSetAssignment', {AssigneeId: userId, PermissionSetId: permissionSetId});
}

function organizationId(administrator: Connection): string {
  return String(query(administrator, 'SELECT Id FROM Organization')[0]?.['Id']);
}

function idOf(administrator: Connection, object: string, field: string, value: string): string {
  const [row] = query(administrator, `SELECT Id FROM ${object} WHERE ${field} = ${quoted(value)}`);
  if (row === undefined) throw new Error(`The org has no ${object} with the ${field} ${value}; deploy the package first.`);
  return String(row['Id']);
}

/** Runs anonymous Apex, as `sf apex run --file` does. @throws Error with what the compiler or the block said */
export function runApex(administrator: Connection, source: string): void {
  const answer = administrator.request('GET', `tooling/executeAnonymous?anonymousBody=${encodeURIComponent(source)}`);
  const result = answer.body as {
    readonly success?: boolean;
    readonly compileProblem?: string | null;
    readonly exceptionMessage?: string | null;
  };
  if (result.success === true) return;
  throw new Error(`Anonymous Apex failed: ${result.compileProblem ?? result.exceptionMessage ?? JSON.stringify(result)}`);
}
