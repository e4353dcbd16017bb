import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {orgWith, output, run} from '../run-apex.ts';

const LEAD =
  "Lead person = new Lead(FirstName = 'Ada', LastName = 'L', Company = 'Engines', Phone = '1', Street = 'S', LeadSource = 'Web', Rating = 'Hot'); insert person;";
const convert = (more = ''): string =>
  `Database.LeadConvert wanted = new Database.LeadConvert(); wanted.setLeadId(person.Id); wanted.setConvertedStatus('Closed - Converted'); ${more}
   Database.LeadConvertResult result = Database.convertLead(wanted);`;

describe('converting a lead', () => {
  it('makes an account, a contact and an opportunity of it', () => {
    assert.deepEqual(
      output(`${LEAD} ${convert()}
        Account account = [SELECT Name, Phone, BillingStreet, AccountSource, Rating FROM Account WHERE Id = :result.getAccountId()];
        Contact contact = [SELECT Name, AccountId, MailingStreet, LeadSource FROM Contact WHERE Id = :result.getContactId()];
        Opportunity opportunity = [SELECT Name, AccountId, LeadSource FROM Opportunity WHERE Id = :result.getOpportunityId()];
        System.debug(account.Name + ' ' + account.Phone + ' ' + account.BillingStreet + ' ' + account.AccountSource + ' ' + account.Rating);
        System.debug(contact.Name + ' ' + (contact.AccountId == account.Id) + ' ' + contact.MailingStreet + ' ' + contact.LeadSource);
        System.debug(opportunity.Name + ' ' + (opportunity.AccountId == account.Id) + ' ' + opportunity.LeadSource);`),
      ['Engines 1 S Web Hot', 'Ada L true S Web', 'Engines true Web'],
    );
  });

  it('closes the lead, which remembers what became of it', () => {
    assert.deepEqual(
      output(`${LEAD} ${convert()}
        Lead closed = [SELECT Status, IsConverted, ConvertedAccountId, ConvertedContactId, ConvertedDate FROM Lead WHERE Id = :person.Id];
        System.debug(closed.Status + ' ' + closed.IsConverted + ' ' + (closed.ConvertedAccountId == result.getAccountId()) + ' ' + (closed.ConvertedContactId == result.getContactId()) + ' ' + (closed.ConvertedDate != null));`),
      ['Closed - Converted true true true true'],
    );
  });

  it('makes no opportunity where none is wanted', () => {
    assert.deepEqual(output(`${LEAD} ${convert('wanted.setDoNotCreateOpportunity(true);')} System.debug(result.getOpportunityId());`), [
      'null',
    ]);
  });

  it('uses an account and a contact that are there', () => {
    assert.deepEqual(
      output(`${LEAD} Account account = new Account(Name = 'There'); insert account; Contact contact = new Contact(LastName = 'There', AccountId = account.Id, LeadSource = 'Other'); insert contact;
        ${convert('wanted.setAccountId(account.Id); wanted.setContactId(contact.Id); wanted.setOverwriteLeadSource(true);')}
        System.debug((result.getAccountId() == account.Id) + ' ' + (result.getContactId() == contact.Id) + ' ' + [SELECT LeadSource FROM Contact WHERE Id = :contact.Id].LeadSource);`),
      ['true true Web'],
    );
  });

  it('hands the activities of the lead on', () => {
    assert.deepEqual(
      output(`${LEAD} Task free = new Task(Subject = 'S', WhoId = person.Id); Event bound = new Event(Subject = 'E', WhoId = person.Id, DurationInMinutes = 1, ActivityDateTime = System.now());
        insert free; insert bound; ${convert()}
        Task moved = [SELECT WhoId, WhatId FROM Task WHERE Id = :free.Id];
        System.debug((moved.WhoId == result.getContactId()) + ' ' + (moved.WhatId == result.getOpportunityId()) + ' ' + ([SELECT WhoId FROM Event WHERE Id = :bound.Id].WhoId == result.getContactId()));`),
      ['true true true'],
    );
  });

  it('runs the update triggers of the lead', () => {
    const org = orgWith({
      'T.trigger':
        "trigger T on Lead (before update, after update) { System.debug(Trigger.operationType + ' ' + Trigger.old[0].IsConverted + ' ' + Trigger.new[0].IsConverted); }",
    });
    assert.deepEqual(output(`${LEAD} ${convert()}`, org), ['BEFORE_UPDATE false true', 'AFTER_UPDATE false true']);
  });

  it('leaves nothing behind where a trigger refuses it', () => {
    const org = orgWith({'T.trigger': "trigger T on Lead (before update) { Trigger.new[0].addError('stays'); }"});
    assert.deepEqual(
      output(
        `${LEAD} try { ${convert()} } catch (DmlException e) { System.debug(e.getMessage()); } System.debug([SELECT COUNT() FROM Account]);`,
        org,
      ),
      ['ConvertLead failed. First exception on row 0; first error: FIELD_CUSTOM_VALIDATION_EXCEPTION, stays: []', '0'],
    );
  });

  it('refuses a status that is not a converted one', () => {
    assert.equal(
      run(`${LEAD} ${convert("wanted.setConvertedStatus('Open - Not Contacted');")}`).exception,
      'System.DmlException: ConvertLead failed. First exception on row 0; first error: INVALID_STATUS, invalid convertedStatus: Open - Not Contacted: [Status]',
    );
  });

  it('refuses a lead that is converted', () => {
    assert.match(
      run(`${LEAD} ${convert()} Database.convertLead(wanted);`).exception ?? '',
      /CANNOT_UPDATE_CONVERTED_LEAD, cannot reference converted lead/,
    );
  });

  it('converts the good leads beside the bad, and says which row failed', () => {
    const two = `${LEAD} Database.LeadConvert good = new Database.LeadConvert(); good.setLeadId(person.Id); good.setConvertedStatus('Closed - Converted');
      Database.LeadConvert bad = new Database.LeadConvert(); bad.setConvertedStatus('Closed - Converted');`;
    assert.deepEqual(
      output(`${two} List<Database.LeadConvertResult> results = Database.convertLead(new List<Database.LeadConvert>{good, bad}, false);
        System.debug(results[0].isSuccess() + ' ' + results[1].isSuccess() + ' ' + results[1].getErrors()[0].getStatusCode());`),
      ['true false REQUIRED_FIELD_MISSING'],
    );
    assert.match(
      run(`${two} Database.convertLead(new List<Database.LeadConvert>{good, bad});`).exception ?? '',
      /First exception on row 1;/,
    );
  });
});
