import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {test, USERS} from './apex-project.ts';

const user =
  "new User(Username = 'mixed@example.com.test', LastName = 'M', Alias = 'm', Email = 'm@example.com', ProfileId = UserInfo.getProfileId(), TimeZoneSidKey = 'GMT', LocaleSidKey = 'en_US', LanguageLocaleKey = 'en_US', EmailEncodingKey = 'UTF-8')";
const ROLE = "UserRole role = new UserRole(Name = 'R', DeveloperName = 'R'); insert role;";
const passes = (body: string): void => test({}, body, USERS);
const isMixed = (body: string): void => {
  assert.throws(() => passes(body), /MIXED_DML_OPERATION, DML operation on /);
};

describe('mixed DML', () => {
  it('is refused for a setup object after another one', () => {
    assert.throws(
      () => passes(`insert new Account(Name = 'A'); ${ROLE}`),
      /System\.DmlException: Insert failed\. First exception on row 0; first error: MIXED_DML_OPERATION, DML operation on setup object is not permitted after you have updated a non-setup object \(or vice versa\): UserRole, original object: Account: \[\]/,
    );
  });

  it('is refused for another object after a setup object', () => {
    isMixed(`${ROLE} insert new Account(Name = 'A');`);
  });

  it('is allowed in another runAs block', () => {
    passes(`insert new Account(Name = 'A'); System.runAs(new User(Id = UserInfo.getUserId())) { ${ROLE} } insert new Account(Name = 'B');`);
  });

  it('is refused in one runAs block', () => {
    isMixed(`System.runAs(new User(Id = UserInfo.getUserId())) { ${ROLE} insert new Account(Name = 'A'); }`);
  });

  it('is allowed for a user without a role', () => {
    passes(`insert new Account(Name = 'A'); insert ${user};`);
  });

  it('is refused for a user with a role', () => {
    isMixed(
      `User made = ${user}; System.runAs(new User(Id = UserInfo.getUserId())) { ${ROLE} made.UserRoleId = role.Id; } insert new Account(Name = 'A'); insert made;`,
    );
  });

  it('is allowed for a user whose access stays as it is', () => {
    passes(`insert new Account(Name = 'A'); update new User(Id = UserInfo.getUserId(), Title = 'T', IsActive = true);`);
  });

  it('is refused for a user whose access changes', () => {
    isMixed(`User made = ${user}; insert made; insert new Account(Name = 'A'); made.IsActive = false; update made;`);
  });

  it('is allowed for groups that are saved, and not for ones that are deleted', () => {
    passes("insert new Account(Name = 'A'); Group g = new Group(Name = 'G', DeveloperName = 'G'); insert g; g.Name = 'H'; update g;");
    isMixed("Group g = new Group(Name = 'G', DeveloperName = 'G'); insert g; insert new Account(Name = 'A'); delete g;");
  });

  it('does not reach from one transaction into another', () => {
    passes(`Test.startTest(); Test.stopTest(); ${ROLE}`);
  });
});
