trigger LeadLifecycleTrigger on Lead(before insert, before update, before delete, after insert, after update, after delete) {
    LeadLifecycle.handle(Trigger.operationType, Trigger.new, Trigger.oldMap);
}
