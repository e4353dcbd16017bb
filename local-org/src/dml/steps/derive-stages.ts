/**
 * What the stage of an opportunity and the status of a case imply (Object Reference, "Opportunity": "If the StageName is updated, then the ForecastCategoryName, IsClosed,
 * IsWon, and Probability are automatically updated based on the stage-category mapping"; "Case"). Before triggers see it, and what they change counts as well.
 */
import {Decimal} from '../../apex/runtime/decimal.ts';
import {ApexDate} from '../../apex/runtime/date.ts';
import {ApexDatetime} from '../../apex/runtime/datetime.ts';
import type {SObject} from '../../apex/runtime/sobject.ts';
import {RecordFields} from '../record-fields.ts';
import {goodRows, type SaveRequest, type SaveRow} from '../save-request.ts';

export function deriveStages(request: SaveRequest): void {
  const {environment, object} = request;
  if (object.name !== 'Opportunity' && object.name !== 'Case') return;
  for (const row of goodRows(request)) {
    const fields = new RecordFields(object, row.record.slots, row.before?.slots ?? null);
    if (object.name === 'Case') closeCase(fields, row, environment.now);
    else stageOpportunity(fields, row);
  }
}

function stageOpportunity(opportunity: RecordFields, row: SaveRow): void {
  const stageName = opportunity.get('StageName');
  const value = opportunity.valueOf('StageName', stageName);
  opportunity.set('IsClosed', value?.isClosed === true);
  opportunity.set('IsWon', value?.stage?.isWon === true);
  // Both "can be directly set or implied by changing the StageName field".
  if (value?.stage !== undefined) {
    imply(opportunity, row, 'Probability', Decimal.fromInteger(value.stage.probability));
    imply(opportunity, row, 'ForecastCategoryName', NAMES[value.stage.forecastCategory] ?? null);
  }
  const category = opportunity.get('ForecastCategoryName');
  opportunity.set('ForecastCategory', Object.entries(NAMES).find(([, name]) => name === category)?.[0] ?? null);
  const [amount, probability, closeDate] = [opportunity.get('Amount'), opportunity.get('Probability'), opportunity.get('CloseDate')];
  const expects = amount instanceof Decimal && probability instanceof Decimal;
  opportunity.set('ExpectedRevenue', expects ? amount.multiply(probability).divide(Decimal.fromInteger(100)).setScale(2, 'HALF_UP') : null);
  if (closeDate instanceof ApexDate) setFiscalPeriod(opportunity, closeDate);
}

/** What the stage implied when triggers hadn't run: if it still stands there, it was nobody's choice. */
const implied = new WeakMap<SObject, Map<string, unknown>>();

function imply(opportunity: RecordFields, {record, input, before}: SaveRow, name: string, value: unknown): void {
  const earlier = implied.get(record) ?? new Map<string, unknown>();
  const current = opportunity.get(name);
  const field = input.descriptor.fieldsByKey.get(name.toLowerCase());
  const isGiven = field !== undefined && input.slots[field.index] !== undefined && opportunity.isChanged(name);
  const follows = earlier.has(name) ? current === earlier.get(name) : !isGiven && (before === null || opportunity.isChanged('StageName'));
  if (current !== null && !follows) return;
  opportunity.set(name, value);
  implied.set(record, earlier.set(name, value));
}

/** Labels of forecast categories by their API names. */
const NAMES: Readonly<Record<string, string | undefined>> = {
  Omitted: 'Omitted',
  Pipeline: 'Pipeline',
  BestCase: 'Best Case',
  MostLikely: 'Most Likely',
  Forecast: 'Commit',
  Closed: 'Closed',
};

/** The fiscal year is the calendar year (DIVERGENCES.md); `Fiscal` is `2026 4`. */
function setFiscalPeriod(opportunity: RecordFields, date: ApexDate): void {
  const quarter = Math.ceil(date.month() / 3);
  opportunity.set('FiscalYear', date.year());
  opportunity.set('FiscalQuarter', quarter);
  opportunity.set('Fiscal', `${String(date.year())} ${String(quarter)}`);
}

/** `ClosedDate` is when the case was saved with a closed status, and stays while it is in one. */
function closeCase(fields: RecordFields, {before}: SaveRow, now: number): void {
  const isClosed = fields.isClosed('Status', fields.get('Status'));
  const stays = before !== null && fields.before('IsClosed') === true;
  fields.set('IsClosed', isClosed);
  fields.set('ClosedDate', isClosed ? (stays ? fields.before('ClosedDate') : new ApexDatetime(now)) : null);
  if (before === null) fields.set('IsClosedOnCreate', isClosed);
}
