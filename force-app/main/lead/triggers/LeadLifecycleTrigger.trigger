trigger LeadLifecycleTrigger on Lead(before insert, before update, after insert, after update) {
    LeadLifecycle.handle(Trigger.operationType, Trigger.new, Trigger.oldMap);
}
