/** A partition of the org's or the session's cache (Apex Reference Guide, "Partition Class"; Apex Developer Guide, "Platform Cache"). */
import type {CacheEntries} from '../../../platform-cache.ts';
import {PlatformObject} from '../../runtime/platform-object.ts';
import type {Runtime} from '../../runtime/runtime.ts';
import type {RuntimeType} from '../../runtime/runtime-type.ts';
import {serializedCopy} from '../../runtime/serialized-copy.ts';
import {UnsupportedError} from '../../runtime/unsupported.ts';

export type CacheKind = 'Org' | 'Session';

/** Seconds: "the default time-to-live value is 24 hours", of a session "8 hours". */
const TIME_TO_LIVE = {
  Org: {least: 300, most: 172_800, default: 86_400},
  Session: {least: 300, most: 28_800, default: 28_800},
} as const;

const LONGEST_KEY = 50;

export class CachePartition extends PlatformObject {
  override readonly typeName: string;
  readonly kind: CacheKind;
  /** Developer name. */
  readonly name: string;

  constructor(kind: CacheKind, name: string) {
    super();
    this.kind = kind;
    this.name = name;
    this.typeName = `Cache.${kind}Partition`;
  }

  contains(rt: Runtime, key: string): boolean {
    return this.#find(rt, key) !== undefined;
  }

  /** A copy of the value, null where there is none. */
  get(rt: Runtime, key: string): unknown {
    const entry = this.#find(rt, key);
    return entry === undefined ? null : serializedCopy(rt, entry.value);
  }

  /** The value, which the builder loads where it isn't there. */
  load(rt: Runtime, builder: RuntimeType, key: string): unknown {
    const builderKey = this.builderKey(rt, builder, key);
    const entry = this.#find(rt, builderKey);
    if (entry !== undefined) return serializedCopy(rt, entry.value);
    const loaded = rt.invoke(rt.types.newInstance(builder) as object, 'doLoad', [key]);
    if (loaded !== null) this.#store(rt, builderKey, loaded, TIME_TO_LIVE[this.kind].default);
    return loaded;
  }

  put(rt: Runtime, key: string, value: unknown, seconds: number | null): void {
    const {least, most, default: byDefault} = TIME_TO_LIVE[this.kind];
    const timeToLive = seconds ?? byDefault;
    if (timeToLive < least || timeToLive > most)
      throw rt.exception(
        'Cache.InvalidParamException',
        `Invalid time to live: ${String(timeToLive)} is not between ${String(least)} and ${String(most)}`,
      );
    this.#store(rt, key, value, timeToLive);
  }

  remove(rt: Runtime, key: string): boolean {
    const found = this.contains(rt, key);
    this.#entries(rt).delete(this.#path(rt, key));
    return found;
  }

  keys(rt: Runtime): readonly string[] {
    const prefix = this.#prefix(rt);
    return [...this.#entries(rt).keys()]
      .filter((path) => path.startsWith(prefix))
      .map((path) => path.slice(prefix.length))
      .filter((key) => this.contains(rt, key));
  }

  /** Of what a builder has loaded. @throws Cache.InvalidCacheBuilderException for a class that is none */
  builderKey(rt: Runtime, builder: RuntimeType, key: string): string {
    if (!rt.types.get('Cache.CacheBuilder').isAssignableFrom(builder))
      throw rt.exception('Cache.InvalidCacheBuilderException', `${builder.name} does not implement Cache.CacheBuilder`);
    return builder.name.replaceAll(/\W/g, '') + key;
  }

  #store(rt: Runtime, key: string, value: unknown, seconds: number): void {
    const entry = {value: serializedCopy(rt, value), expires: rt.org.clock.now() + seconds * 1000};
    this.#entries(rt).set(this.#path(rt, requireKey(rt, key)), entry);
  }

  #find(rt: Runtime, key: string): {readonly value: unknown} | undefined {
    const entry = this.#entries(rt).get(this.#path(rt, requireKey(rt, key)));
    return entry === undefined || entry.expires <= rt.org.clock.now() ? undefined : entry;
  }

  #entries(rt: Runtime): CacheEntries {
    return rt.org.cache.entries(rt.tx);
  }

  #path(rt: Runtime, key: string): string {
    return this.#prefix(rt) + key;
  }

  /** A session is a user's. */
  #prefix(rt: Runtime): string {
    return [this.kind, this.kind === 'Session' ? rt.tx.userId : '', this.name.toLowerCase(), ''].join('\0');
  }
}

function requireKey(rt: Runtime, key: string): string {
  if (!/^[A-Za-z0-9]+$/.test(key))
    throw rt.exception('Cache.InvalidParamException', `Invalid cache key: ${key}. Only alphanumeric characters are allowed`);
  if (key.length > LONGEST_KEY)
    throw rt.exception('Cache.InvalidParamException', `Invalid cache key: ${key} has more than ${String(LONGEST_KEY)} characters`);
  return key;
}

/** By `local.name`, or its name alone. @throws Cache.Org.OrgCacheException, Cache.Session.SessionCacheException where there is no such partition */
export function partitionNamed(rt: Runtime, kind: CacheKind, qualifiedName: string): CachePartition {
  requireSession(rt, kind);
  const parts = qualifiedName.split('.');
  const [name = '', namespace = 'local', ...rest] = parts.toReversed();
  if (rest.length > 0 || namespace.toLowerCase() !== 'local')
    throw new UnsupportedError(`U317 The cache partition ${qualifiedName} is of another namespace.`);
  const [id] = rt.org.records.find('PlatformCachePartition', 'developername', name);
  if (id === undefined) throw rt.exception(exceptionOf(kind), `Partition ${qualifiedName} is not defined`);
  return new CachePartition(kind, rt.org.records.text('PlatformCachePartition', id, 'developername') ?? name);
}

/** A key with its partition, `local.name.key`, or without: then the default one is meant. */
export function partitionOfKey(
  rt: Runtime,
  kind: CacheKind,
  qualifiedKey: string,
): {readonly partition: CachePartition; readonly key: string} {
  const parts = qualifiedKey.split('.');
  const key = parts.pop() ?? '';
  if (parts.length > 0) return {partition: partitionNamed(rt, kind, parts.join('.')), key};
  return {partition: defaultPartition(rt, kind), key};
}

export function defaultPartition(rt: Runtime, kind: CacheKind): CachePartition {
  requireSession(rt, kind);
  const [id] = rt.org.records.find('PlatformCachePartition', 'isdefaultpartition', true);
  if (id === undefined) throw rt.exception(exceptionOf(kind), 'No default partition is specified in this org');
  return new CachePartition(kind, rt.org.records.text('PlatformCachePartition', id, 'developername') ?? '');
}

/** "Session cache doesn't support asynchronous Apex", nor anonymous blocks (Apex Developer Guide, "Platform Cache Considerations"). */
function requireSession(rt: Runtime, kind: CacheKind): void {
  if (kind === 'Session' && !isSessionAvailable(rt))
    throw rt.exception('Cache.Session.SessionCacheNoSessionException', 'The session cache is not available');
}

export function isSessionAvailable({tx}: Runtime): boolean {
  return !tx.limits.isAsynchronous && tx.quiddity !== 'ANONYMOUS';
}

function exceptionOf(kind: CacheKind): string {
  return kind === 'Org' ? 'Cache.Org.OrgCacheException' : 'Cache.Session.SessionCacheException';
}
