trigger LeadStatusChangeTrigger on Lead_Status_Change__c(before insert, before update, before delete) {
    LedgerGuard.handle(Trigger.operationType, Trigger.new, Trigger.old);
}
