import {required} from '../arguments.ts';
import {defineClass} from '../registry.ts';
import {replaceAll, replaceFirst} from '../text/regex.ts';
import type {ApexPattern} from './Pattern.ts';
import {stringFault} from '../../runtime/fault.ts';
import {PlatformObject} from '../../runtime/platform-object.ts';

export class ApexMatcher extends PlatformObject {
  readonly typeName = 'System.Matcher';
  pattern: ApexPattern;
  text: string;
  /** Where the next `find` starts. */
  #from = 0;
  #start = 0;
  #end: number;
  #match: RegExpExecArray | null = null;

  constructor(pattern: ApexPattern, text: string) {
    super();
    this.pattern = pattern;
    this.text = text;
    this.#end = text.length;
  }

  get regionStart(): number {
    return this.#start;
  }

  get regionEnd(): number {
    return this.#end;
  }

  /** The groups of the last match. Throws where there was none. */
  get match(): RegExpExecArray {
    if (this.#match === null) throw stringFault('No match found');
    return this.#match;
  }

  get hasMatch(): boolean {
    return this.#match !== null;
  }

  reset(text: string): this {
    this.text = text;
    return this.region(0, text.length);
  }

  region(start: number, end: number): this {
    if (start < 0 || start > this.text.length) throw stringFault(`start: ${String(start)}`);
    if (end < start || end > this.text.length) throw stringFault(`end: ${String(end)}`);
    this.#start = start;
    this.#end = end;
    this.#from = start;
    this.#match = null;
    return this;
  }

  usePattern(pattern: ApexPattern): this {
    this.pattern = pattern;
    this.#match = null;
    return this;
  }

  find(): boolean {
    if (this.#from > this.#end) {
      this.#match = null;
      return false;
    }
    return this.run(this.pattern.regex.finder, this.#from);
  }

  findFrom(index: number): boolean {
    if (index < 0 || index > this.text.length) throw stringFault('Illegal start index');
    this.reset(this.text);
    this.#from = index;
    return this.find();
  }

  matches(): boolean {
    return this.run(this.pattern.regex.whole, this.#start);
  }

  lookingAt(): boolean {
    return this.run(this.pattern.regex.starter, this.#start);
  }

  /** Where a group of the last match begins and ends; -1 where it took no part. */
  groupBounds(group: number): readonly [number, number] {
    const {match} = this;
    if (group < 0 || group >= match.length) throw noGroup(group);
    if (group === 0) return [this.#start + match.index, this.#start + match.index + match[0].length];
    if (match[group] === undefined) return [-1, -1];
    // Bounds of groups cost, and are seldom asked for: match once more with them.
    const withBounds = new RegExp(this.#lastRegex.source, this.#lastRegex.flags.replace(/[gy]/, 'y') + 'd');
    withBounds.lastIndex = match.index;
    const bounds = withBounds.exec(this.#region)?.indices?.[group] ?? [-1, -1];
    return [this.#start + bounds[0], this.#start + bounds[1]];
  }

  #lastRegex = /(?:)/;
  #region = '';

  private run(regex: RegExp, from: number): boolean {
    // Anchors match at the bounds of the region, as by default in Java.
    this.#region = this.#start === 0 && this.#end === this.text.length ? this.text : this.text.slice(this.#start, this.#end);
    this.#lastRegex = regex;
    regex.lastIndex = from - this.#start;
    this.#match = regex.exec(this.#region);
    if (this.#match === null) return false;
    const end = this.#start + this.#match.index + this.#match[0].length;
    this.#from = this.#match[0] === '' ? end + 1 : end;
    return true;
  }
}

function noGroup(group: number): Error {
  return stringFault(`No group ${String(group)}`);
}

/** Apex Reference Guide, "Matcher Class". */
export const matcherClass = defineClass('System.Matcher', {
  'end()': (_rt, self: ApexMatcher) => self.groupBounds(0)[1],
  'end(Integer)': (_rt, self: ApexMatcher, group: number | null) => self.groupBounds(required(group))[1],
  'find()': (_rt, self: ApexMatcher) => self.find(),
  'find(Integer)': (_rt, self: ApexMatcher, index: number | null) => self.findFrom(required(index)),
  'group()': (_rt, self: ApexMatcher) => self.match[0],
  'group(Integer)': (_rt, self: ApexMatcher, group: number | null) => {
    const index = required(group);
    const {match} = self;
    if (index < 0 || index >= match.length) throw noGroup(index);
    return match[index] ?? null;
  },
  'groupCount()': (_rt, self: ApexMatcher) => groupCount(self.pattern),
  'hasAnchoringBounds()': () => true,
  'hasTransparentBounds()': () => false,
  'lookingAt()': (_rt, self: ApexMatcher) => self.lookingAt(),
  'matches()': (_rt, self: ApexMatcher) => self.matches(),
  'pattern()': (_rt, self: ApexMatcher) => self.pattern,
  'region(Integer,Integer)': (_rt, self: ApexMatcher, start: number | null, end: number | null) =>
    self.region(required(start), required(end)),
  'regionEnd()': (_rt, self: ApexMatcher) => self.regionEnd,
  'regionStart()': (_rt, self: ApexMatcher) => self.regionStart,
  'replaceAll(String)': (_rt, self: ApexMatcher, replacement: string | null) => {
    self.reset(self.text);
    return replaceAll(self.pattern.regex, self.text, required(replacement));
  },
  'replaceFirst(String)': (_rt, self: ApexMatcher, replacement: string | null) => {
    self.reset(self.text);
    return replaceFirst(self.pattern.regex, self.text, required(replacement));
  },
  'reset()': (_rt, self: ApexMatcher) => self.reset(self.text),
  'reset(String)': (_rt, self: ApexMatcher, text: string | null) => self.reset(required(text)),
  'start()': (_rt, self: ApexMatcher) => self.groupBounds(0)[0],
  'start(Integer)': (_rt, self: ApexMatcher, group: number | null) => self.groupBounds(required(group))[0],
  'usePattern(Pattern)': (_rt, self: ApexMatcher, pattern: ApexPattern | null) => self.usePattern(required(pattern)),
  'quoteReplacement(String)': (_rt, text: string | null) => required(text).replace(/[\\$]/g, (character) => '\\' + character),
});

function groupCount({regex}: ApexPattern): number {
  return (new RegExp(`${regex.finder.source}|`, 'v').exec('')?.length ?? 1) - 1;
}
