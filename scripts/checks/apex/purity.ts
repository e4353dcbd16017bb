import type {ApexFacts, At} from './facts.ts';

/** Platform classes all of whose methods read or change something outside the caller's hands. */
const IMPURE_CLASSES: Readonly<Record<string, string>> = {
  approval: 'locks records',
  cache: 'reads a cache',
  clock: 'reads the clock',
  database: 'touches the database',
  eventbus: 'publishes events',
  featuremanagement: 'asks for permissions',
  limits: "reads the transaction's limits",
  messaging: 'sends messages',
  restcontext: 'reads the request',
  schema: "reads the org's schema",
  test: 'asks whether a test runs',
  trigger: "reads the trigger's context",
  userinfo: 'asks who runs it',
};

/** Methods of otherwise pure classes that answer differently each time. */
const IMPURE_METHODS: Readonly<Record<string, string>> = {
  'crypto.generateaeskey': 'draws random bytes',
  'crypto.getrandominteger': 'draws a random number',
  'crypto.getrandomlong': 'draws a random number',
  'date.today': 'reads the clock',
  'datetime.now': 'reads the clock',
  'math.random': 'draws a random number',
  'system.abortjob': 'stops a job',
  'system.currenttimemillis': 'reads the clock',
  'system.enqueuejob': 'starts a job',
  'system.now': 'reads the clock',
  'system.schedule': 'starts a job',
  'system.today': 'reads the clock',
  'uuid.randomuuid': 'draws a random number',
};

/** Methods of custom settings and custom metadata types that read their records. */
const RECORD_READERS = new Set(['getall', 'getinstance', 'getorgdefaults', 'getvalues']);

/** What a class does beside computing its results from its arguments, in words that follow "… is pure and". */
export function sideEffects({statements, calls}: ApexFacts): At<{readonly what: string}>[] {
  return [
    ...statements.map(({kind, line}) => ({what: kind === 'SOQL' || kind === 'SOSL' ? `queries by ${kind}` : `does DML by ${kind}`, line})),
    ...calls.flatMap(({receiver, method, line}) => {
      const name = receiver.toLowerCase().replace(/^system\./, '');
      const [head = ''] = name.split('.');
      const effect = IMPURE_CLASSES[head] ?? IMPURE_METHODS[`${name}.${method.toLowerCase()}`] ?? recordReader(name, method);
      return effect === undefined ? [] : [{what: `${effect} (${receiver}.${method})`, line}];
    }),
  ];
}

function recordReader(receiver: string, method: string): string | undefined {
  return /__(c|mdt)$/.test(receiver) && RECORD_READERS.has(method.toLowerCase()) ? 'reads records' : undefined;
}
