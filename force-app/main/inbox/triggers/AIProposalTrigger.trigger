trigger AIProposalTrigger on AI_Proposal__c(before insert, before update, after insert) {
    InboxHandler.handle(Trigger.operationType, Trigger.new, Trigger.oldMap);
}
