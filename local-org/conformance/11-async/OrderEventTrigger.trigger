trigger OrderEventTrigger on Order_Event__e (after insert) {
  EventBus.TriggerContext context = EventBus.TriggerContext.currentContext();
  List<Order_Note__c> notes = new List<Order_Note__c>();
  for (Order_Event__e each : Trigger.new) {
    if (each.Order_Number__c == 'retry' && context.retries < 2) throw new EventBus.RetryableException('Condition is not met');
    notes.add(new Order_Note__c(Name = each.Order_Number__c + ' ' + each.ReplayId + ' ' + context.retries));
  }
  insert notes;
}
