import assert from 'node:assert/strict';
import {test} from 'node:test';
import {orgWith, output} from '../../run-apex.ts';

const valueSet = (values: string): string =>
  `<StandardValueSet xmlns="http://soap.sforce.com/2006/04/metadata"><sorted>false</sorted>${values}</StandardValueSet>`;

test('stages of the source imply what their value set says', () => {
  const stage =
    '<standardValue><fullName>Signed</fullName><default>false</default><label>Signed</label><closed>true</closed><forecastCategory>Forecast</forecastCategory><probability>95</probability><won>true</won></standardValue>';
  const org = orgWith({'standardValueSets/OpportunityStage.standardValueSet-meta.xml': valueSet(stage)});
  const program = `
    insert new Opportunity(Name = 'o', StageName = 'Signed', CloseDate = Date.today());
    Opportunity saved = [SELECT IsClosed, IsWon, Probability, ForecastCategory, ForecastCategoryName FROM Opportunity];
    System.debug(saved.IsClosed + ' ' + saved.IsWon + ' ' + saved.Probability + ' ' + saved.ForecastCategory + ' ' + saved.ForecastCategoryName);`;
  assert.deepEqual(output(program, org), ['true true 95 Forecast Commit']);
});

test('a stage that nobody knows leaves an opportunity open, and implies nothing else', () => {
  const program = `
    insert new Opportunity(Name = 'unknown', StageName = 'Nonsense', CloseDate = Date.today());
    Opportunity saved = [SELECT IsClosed, IsWon, Probability FROM Opportunity WHERE Name = 'unknown'];
    System.debug(saved.IsClosed + ' ' + saved.IsWon + ' ' + saved.Probability);`;
  assert.deepEqual(output(program, orgWith()), ['false false null']);
});
