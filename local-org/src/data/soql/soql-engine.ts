import {ApexFault} from '../../apex/runtime/fault.ts';
import type {SObject} from '../../apex/runtime/sobject.ts';
import {UnsupportedError, type UnsupportedCode} from '../../apex/runtime/unsupported.ts';
import {parseQuery} from '../../apex/syntax/parse.ts';
import type {SoqlQuery} from '../../apex/syntax/soql-ast.ts';
import {formatDiagnostic, isError, type Diagnostic} from '../../diagnostics/diagnostic.ts';
import {dynamicBinds} from './dynamic-binds.ts';
import {planQuery} from './plan.ts';
import type {PlannedQuery, Projection, RecordsPlan} from './planned-query.ts';
import {checkSecurityEnforced, checkUserMode} from './query-access.ts';
import type {QueryEngine, QueryOptions, QueryPlan} from './query-engine.ts';
import type {QueryEnvironment} from './query-environment.ts';
import {QueryRun} from './query-run.ts';

interface DynamicPlan {
  readonly plan: QueryPlan;
  readonly bindNames: readonly string[];
}

interface QueryOrigin {
  readonly plan: RecordsPlan;
  readonly binds: readonly unknown[];
  readonly options: QueryOptions;
}

/** Runs queries over the tables of an org. */
export class SoqlEngine implements QueryEngine {
  readonly #environment: QueryEnvironment;
  readonly #plans = new WeakMap<QueryPlan, PlannedQuery>();
  readonly #static = new WeakMap<SoqlQuery, PlannedQuery>();
  /** The query behind the rows that it gave. */
  readonly #origins = new WeakMap<readonly SObject[], QueryOrigin>();
  readonly #dynamic = new Map<string, DynamicPlan>();

  constructor(environment: QueryEnvironment) {
    this.#environment = environment;
  }

  plan(query: SoqlQuery): QueryPlan {
    let plan = this.#static.get(query);
    if (plan === undefined) {
      const planned = planQuery(query, this.#environment.schema, '');
      if (planned.plan === null) throw new Error(planned.diagnostics.map(formatDiagnostic).join('\n'));
      plan = planned.plan;
      this.#static.set(query, plan);
      this.#plans.set(plan, plan);
    }
    return plan;
  }

  planText(text: string): DynamicPlan {
    let dynamic = this.#dynamic.get(text);
    if (dynamic === undefined) {
      dynamic = this.#planText(text);
      this.#dynamic.set(text, dynamic);
    }
    return dynamic;
  }

  run(plan: QueryPlan, binds: readonly unknown[], options: QueryOptions): SObject[] {
    const planned = this.#planned(plan);
    const run = this.#start(planned, binds, options);
    switch (planned.kind) {
      case 'records': {
        const rows = run.records(planned);
        this.#origins.set(rows, {plan: planned, binds, options});
        return rows;
      }
      case 'aggregate':
        return run.groups(planned);
      case 'count':
        throw new ApexFault('System.QueryException', 'A COUNT() query gives a number, not records');
    }
  }

  rereader(rows: readonly SObject[]): (ids: readonly string[]) => SObject[] {
    const origin = this.#origins.get(rows);
    if (origin === undefined) throw new Error('The rows are not those of a query of this engine.');
    const {plan, binds, options} = origin;
    const unlimited: RecordsPlan = {...plan, where: null, orderBy: [], limit: null, offset: null, isMine: false, forUpdate: false};
    return (ids) => this.#start({...plan, forUpdate: false}, binds, {...options, origin: 'api'}).records(unlimited, ids);
  }

  count(plan: QueryPlan, binds: readonly unknown[], options: QueryOptions): number {
    const planned = this.#planned(plan);
    return this.#start(planned, binds, options).count(planned);
  }

  #planned(plan: QueryPlan): PlannedQuery {
    const planned = this.#plans.get(plan);
    if (planned === undefined) throw new Error('The plan is of another engine.');
    return planned;
  }

  #start(plan: PlannedQuery, binds: readonly unknown[], options: QueryOptions): QueryRun {
    const access = this.#environment.access();
    const mode = plan.access ?? options.access;
    const isCounted = options.origin === 'apex';
    if (isCounted && countsAgainstLimits(plan)) {
      this.#environment.countLimit('Queries', 1);
      const subqueries = plan.kind === 'records' ? countSubqueries(plan.select) : 0;
      if (subqueries > 0) this.#environment.countLimit('AggregateQueries', subqueries);
    }
    if (mode === 'user') checkUserMode(plan, access);
    else if (mode === 'security enforced') checkSecurityEnforced(plan, access);
    const rowLimit = isCounted ? (options.rowLimit ?? 'QueryRows') : null;
    return new QueryRun(this.#environment, binds, {access, withSharing: mode === 'user' || options.withSharing, rowLimit});
  }

  #planText(text: string): DynamicPlan {
    const {tree, diagnostics} = parseQuery(text);
    refuse(diagnostics);
    if (tree === null) throw new ApexFault('System.QueryException', `unexpected token: '${text}'`);
    const planned = planQuery(tree, this.#environment.schema, 'query');
    refuse(planned.diagnostics);
    if (planned.plan === null) throw new Error(`The query ${text} has no plan and no reason why.`);
    this.#plans.set(planned.plan, planned.plan);
    return {plan: planned.plan, bindNames: dynamicBinds(tree, text)};
  }
}

/** Errors are what the platform throws; what local-org lacks ends the program. */
function refuse(diagnostics: readonly Diagnostic[]): void {
  const error = diagnostics.find(isError);
  if (error !== undefined) throw new ApexFault('System.QueryException', error.message);
  const lack = diagnostics.find((diagnostic) => diagnostic.code.startsWith('U'));
  if (lack !== undefined) throw new UnsupportedError(`${lack.code as UnsupportedCode} ${lack.message}`);
}

/**
 * "In a single Apex transaction, custom metadata records can have unlimited SOQL queries" (Apex Developer Guide, "Execution Governors and Limits"); "SOQL queries
 * containing long text area fields count toward Apex governor limits" (Salesforce Help, "Custom Metadata Allocations and Usage Calculations").
 */
function countsAgainstLimits(plan: PlannedQuery): boolean {
  if (plan.object.kind !== 'custom metadata') return true;
  return plan.kind === 'records' && plan.select.some((item) => item.kind === 'field' && item.field.type === 'LongTextArea');
}

function countSubqueries(select: readonly Projection[]): number {
  return select.reduce((total, item) => total + (item.kind === 'children' ? 1 + countSubqueries(item.query.select) : 0), 0);
}
