/** The Apex stack of an error: which frames of the JavaScript stack are generated code, and what lines of source they stand for. */

export interface ApexFrame {
  /** As the platform prints it: `Class.Outer.Inner.method`, `Class.Foo.<init>`, `Trigger.LeadTrigger`, `AnonymousBlock`. */
  readonly label: string;
  /** Qualified name of the class whose code it is; null for triggers and anonymous blocks. */
  readonly className: string | null;
  readonly line: number;
}

/** Knows the generated code of an org. */
export interface SourceMapper {
  /** The place behind a line of a generated script, or null for a script that isn't generated code. */
  frameAt(script: string, line: number): ApexFrame | null;
}

/** Innermost frame first. Computed once for an error; costs some microseconds a frame. */
export function apexFrames(error: Error, mapper: SourceMapper): readonly ApexFrame[] {
  const known = computed.get(error);
  if (known !== undefined) return known;
  const frames = callSites(error).flatMap((site) => frameOf(site, mapper) ?? []);
  computed.set(error, frames);
  return frames;
}

/** `Class.Foo.bar: line 12, column 1`, one line a frame. The platform has reported column 1 for everything since its compiler was rewritten. */
export function formatFrames(frames: readonly ApexFrame[]): string {
  return frames.map((frame) => `${frame.label}: line ${String(frame.line)}, column 1`).join('\n');
}

/** How far the first look at the running code goes: most who ask want its innermost frame alone. */
const NEAR = 16;
const FAR = 200;

/** The frames of the code that is running now, innermost first, to be read at once. */
export function* currentFrames(mapper: SourceMapper): Generator<ApexFrame> {
  const near = currentSites(NEAR);
  for (const site of near) {
    const frame = frameOf(site, mapper);
    if (frame !== null) yield frame;
  }
  if (near.length < NEAR) return;
  for (const site of currentSites(FAR).slice(NEAR)) {
    const frame = frameOf(site, mapper);
    if (frame !== null) yield frame;
  }
}

function currentSites(depth: number): readonly NodeJS.CallSite[] {
  const holder: {stack?: unknown} = {};
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = depth;
  const sites = withSites(
    (_error, found) => found,
    () => {
      Error.captureStackTrace(holder, currentSites);
      return holder.stack;
    },
  );
  Error.stackTraceLimit = limit;
  return sites as readonly NodeJS.CallSite[];
}

function frameOf(site: NodeJS.CallSite, mapper: SourceMapper): ApexFrame | null {
  const script = site.getFileName();
  const line = site.getLineNumber();
  return script === null || line === null ? null : mapper.frameAt(script, line);
}

/** Gives an error the stack of another one, from which it was made. */
export function adoptStack(error: Error, original: Error): void {
  adopted.set(error, original);
}

const computed = new WeakMap<Error, readonly ApexFrame[]>();
const adopted = new WeakMap<Error, Error>();
const sitesByError = new WeakMap<Error, readonly NodeJS.CallSite[]>();

/** V8 formats a stack when `stack` is first read, through `Error.prepareStackTrace`: that is where the frames can be had as objects. */
function callSites(error: Error): readonly NodeJS.CallSite[] {
  const source = adopted.get(error) ?? error;
  const prepare: PrepareStackTrace = (prepared, sites) => {
    sitesByError.set(prepared, sites);
    return `${prepared.name}: ${prepared.message}\n${sites.map(siteText).join('\n')}`;
  };
  withSites(prepare, () => readStack(source));
  return sitesByError.get(source) ?? [];
}

type PrepareStackTrace = (error: Error, sites: NodeJS.CallSite[]) => unknown;

function withSites<Result>(prepare: PrepareStackTrace, work: () => Result): Result {
  const before = Object.getOwnPropertyDescriptor(Error, 'prepareStackTrace');
  Error.prepareStackTrace = prepare;
  try {
    return work();
  } finally {
    if (before === undefined) Reflect.deleteProperty(Error, 'prepareStackTrace');
    else Object.defineProperty(Error, 'prepareStackTrace', before);
  }
}

function siteText(site: NodeJS.CallSite): string {
  return `    at ${site.getFunctionName() ?? '<anonymous>'} (${site.getFileName() ?? '?'}:${String(site.getLineNumber())})`;
}

function readStack(error: Error): string | undefined {
  return error.stack;
}
