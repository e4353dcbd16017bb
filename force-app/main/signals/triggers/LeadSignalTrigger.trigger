trigger LeadSignalTrigger on Lead_Signal__c(
    before insert,
    before update,
    before delete,
    after insert,
    after update,
    after delete,
    after undelete
) {
    LeadSignals.handle(Trigger.operationType, Trigger.new, Trigger.oldMap);
}
