trigger EventSignalTrigger on Event(after insert, after update) {
    ActivitySignals.handle(Trigger.new, Trigger.oldMap);
}
