import {required} from '../arguments.ts';
import {defineClass} from '../registry.ts';
import {compileRegex, splitByRegex, type Regex} from '../text/regex.ts';
import {ApexMatcher} from './Matcher.ts';
import {listOf} from './String.ts';
import {PlatformObject} from '../../runtime/platform-object.ts';

export class ApexPattern extends PlatformObject {
  readonly typeName = 'System.Pattern';
  readonly regex: Regex;

  constructor(regex: Regex) {
    super();
    this.regex = regex;
  }

  override toText(): string {
    return this.regex.java;
  }
}

/** Apex Reference Guide, "Pattern Class". Regular expressions are Java's. */
export const patternClass = defineClass('System.Pattern', {
  'matcher(String)': (_rt, self: ApexPattern, text: string | null) => new ApexMatcher(self, required(text)),
  'pattern()': (_rt, self: ApexPattern) => self.regex.java,
  'split(String)': (rt, self: ApexPattern, text: string | null) => listOf(rt, 'String', splitByRegex(required(text), self.regex.java, 0)),
  'split(String,Integer)': (rt, self: ApexPattern, text: string | null, limit: number | null) =>
    listOf(rt, 'String', splitByRegex(required(text), self.regex.java, required(limit))),
  'compile(String)': (_rt, regex: string | null) => new ApexPattern(compileRegex(required(regex))),
  'matches(String,String)': (_rt, regex: string | null, text: string | null) => {
    const {whole} = compileRegex(required(regex));
    whole.lastIndex = 0;
    return whole.test(required(text));
  },
  'quote(String)': (_rt, text: string | null) => quote(required(text)),
});

/** Java's `Pattern.quote`. */
function quote(text: string): string {
  return text.includes('\\E') ? `\\Q${text.replaceAll('\\E', () => '\\E\\\\E\\Q')}\\E` : `\\Q${text}\\E`;
}
