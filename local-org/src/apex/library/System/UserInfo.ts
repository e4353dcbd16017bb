/** `System.UserInfo`: the user as whom code runs (Apex Reference Guide, "UserInfo Class"). */
import type {Runtime} from '../../runtime/runtime.ts';
import {defineClass, type ClassDefinition} from '../registry.ts';
import {userTimeZone} from '../session.ts';
import {ApexTimeZone} from './TimeZone.ts';

function userField(name: string): (rt: Runtime) => string | null {
  const key = name.toLowerCase();
  return (rt) => {
    const value = rt.org.records.value('User', rt.tx.userId, key);
    return typeof value === 'string' ? value : null;
  };
}

const profileId = userField('ProfileId');
const locale = userField('LocaleSidKey');
const language = userField('LanguageLocaleKey');

export const userInfoClass: ClassDefinition = defineClass('System.UserInfo', {
  'getUserId()': (rt: Runtime) => rt.tx.userId,
  'getUserName()': userField('Username'),
  'getFirstName()': userField('FirstName'),
  'getLastName()': userField('LastName'),
  'getName()': userField('Name'),
  'getUserEmail()': userField('Email'),
  'getUserRoleId()': userField('UserRoleId'),
  'getUserType()': userField('UserType'),
  'getProfileId()': profileId,
  'getLocale()': locale,
  'getTimeZone()': (rt: Runtime) => new ApexTimeZone(userTimeZone(rt)),
  'getLanguage()': language,
  /** Lightning Experience. */
  'getUiTheme()': () => 'Theme4d',
  'getUiThemeDisplayed()': () => 'Theme4d',
  'getOrganizationId()': (rt: Runtime) => rt.org.organizationId,
  'getOrganizationName()': (rt: Runtime) => rt.org.records.value('Organization', rt.org.organizationId, 'name'),
  'isMultiCurrencyOrganization()': () => false,
});
