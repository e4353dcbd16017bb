trigger TaskSignalTrigger on Task(after insert, after update) {
    ActivitySignals.handle(Trigger.new, Trigger.oldMap);
}
