trigger LeadTrigger on Lead (before insert, after insert, before update, after update, before delete, after delete, after undelete) {
    Attempts.order.add(Trigger.operationType + ' ' + Trigger.size);
    if (Trigger.isBefore && Trigger.isInsert) {
        Attempts.count++;
        for (Lead lead : Trigger.new) {
            if (lead.Title == 'refuse') {
                lead.addError('refused');
            } else if (lead.Title == 'field') {
                lead.Title.addError('not this title');
            } else if (lead.Title == 'nested') {
                insert new Account();
            } else if (lead.Title == 'mend') {
                lead.Company = 'mended';
            }
        }
    }
    if (Trigger.isAfter && Trigger.isUpdate) {
        for (Lead lead : Trigger.new) {
            if (lead.Title == 'again' && Trigger.oldMap.get(lead.Id).Title != 'again') {
                update new Lead(Id = lead.Id, Title = 'done');
            }
        }
    }
}
