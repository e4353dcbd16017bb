/** How scripts reach an org: through its public APIs, whoever serves them. */

export interface Connection {
  /** @param path below `/services/data/vXX.X/`. @param body a JSON value; left out for none. */
  request(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: unknown): Answer;
}

export interface Answer {
  readonly status: number;
  /** The parsed JSON of the body; null for an empty one. */
  readonly body: unknown;
}

/** What `handle` of an embedded org takes and gives; named here so that no script needs more of it. */
interface Door {
  handle(request: {
    readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
    readonly path: string;
    readonly body?: string;
    readonly user: string;
  }): {readonly status: number; readonly body: string};
}

export const API_VERSION = '66.0';

/** A connection to an embedded org in this process, as one of its users. */
export function connectLocally(org: Door, user: string): Connection {
  return {
    request(method, path, body) {
      const answer = org.handle({
        method,
        path: `/services/data/v${API_VERSION}/${path}`,
        user,
        ...(body === undefined ? {} : {body: JSON.stringify(body)}),
      });
      return {status: answer.status, body: answer.body === '' ? null : (JSON.parse(answer.body) as unknown)};
    },
  };
}

/** What an org refused. */
export class RequestError extends Error {
  constructor(what: string, {status, body}: Answer) {
    super(`${what}: the org answered ${String(status)} ${errorText(body)}`);
    this.name = 'RequestError';
  }
}

interface ApiError {
  readonly errorCode?: string;
  readonly message?: string;
  readonly fields?: readonly string[];
}

function apiErrors(body: unknown): readonly ApiError[] {
  return Array.isArray(body) ? (body as readonly ApiError[]) : [];
}

function errorText(body: unknown): string {
  return (
    apiErrors(body)
      .map(({errorCode = '', message = ''}) => `${errorCode}: ${message}`)
      .join('; ') || JSON.stringify(body)
  );
}

/** A record as JSON, by API name. */
export type Row = Readonly<Record<string, unknown>>;

/** All rows of a query. @throws RequestError */
export function query(connection: Connection, soql: string): readonly Row[] {
  const answer = connection.request('GET', `query?q=${encodeURIComponent(soql)}`);
  if (answer.status !== 200) throw new RequestError(`The query ${soql}`, answer);
  return (answer.body as {readonly records: readonly Row[]}).records;
}

/** One new record; gives its Id. @throws RequestError */
export function create(connection: Connection, object: string, fields: Row): string {
  const answer = connection.request('POST', `sobjects/${object}`, fields);
  if (answer.status !== 201) throw new RequestError(`Creating a record of ${object}`, answer);
  return (answer.body as {readonly id: string}).id;
}

export interface SaveResult {
  readonly id?: string;
  readonly success: boolean;
  readonly errors: readonly {readonly statusCode: string; readonly message: string; readonly fields: readonly string[]}[];
}

/** Records that one request of sObject Collections may hold. */
const COLLECTION_SIZE = 200;

/**
 * New records of one object, each saved or refused on its own; one result a record, in their order. An org refuses a request as a whole
 * where it can't read one of its records: the request is halved until that record stands alone.
 */
export function createAll(connection: Connection, object: string, records: readonly Row[]): readonly SaveResult[] {
  const results: SaveResult[] = [];
  for (let start = 0; start < records.length; start += COLLECTION_SIZE) {
    results.push(...createChunk(connection, object, records.slice(start, start + COLLECTION_SIZE)));
  }
  return results;
}

function createChunk(connection: Connection, object: string, records: readonly Row[]): readonly SaveResult[] {
  const body = {allOrNone: false, records: records.map((fields) => ({attributes: {type: object}, ...fields}))};
  const answer = connection.request('POST', 'composite/sobjects', body);
  if (answer.status === 200) return answer.body as readonly SaveResult[];
  if (records.length === 1) return [refused(answer)];
  const middle = Math.ceil(records.length / 2);
  return [...createChunk(connection, object, records.slice(0, middle)), ...createChunk(connection, object, records.slice(middle))];
}

function refused({body}: Answer): SaveResult {
  const errors = apiErrors(body).map(({errorCode = 'UNKNOWN', message = '', fields = []}) => ({statusCode: errorCode, message, fields}));
  return {success: false, errors};
}

/** A value as it stands between quotes in SOQL. */
export function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

/** Rows for as many values as there are, a few hundred in a query. */
export function queryByValues(connection: Connection, soqlBefore: string, values: readonly string[]): readonly Row[] {
  const rows: Row[] = [];
  for (let start = 0; start < values.length; start += COLLECTION_SIZE) {
    const list = values
      .slice(start, start + COLLECTION_SIZE)
      .map(quoted)
      .join(',');
    rows.push(...query(connection, `${soqlBefore} (${list})`));
  }
  return rows;
}
