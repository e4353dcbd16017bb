trigger StageTrigger on Opportunity(before insert) {
    for (Opportunity opportunity : Trigger.new) {
        if (opportunity.Name == 'won by trigger')
            opportunity.StageName = 'Closed Won';
        if (opportunity.Name == 'rated by trigger')
            opportunity.Probability = 33;
    }
}
