/** Which tests are meant: `LeadTest` is a class, `LeadTest.blocksRegression` one method of it. Case doesn't count, as anywhere in Apex. */
export interface TestSelection {
  readonly includesClass: (className: string) => boolean;
  readonly includes: (className: string, method: string) => boolean;
  /** Names that meant none of these tests: a misspelt one must not look like success. */
  readonly unmatched: (tests: readonly {readonly class: string; readonly method: string}[]) => readonly string[];
}

/** @param names nothing selects everything */
export function testSelection(names: readonly string[]): TestSelection {
  const wanted = names.map((name) => ({name, key: name.toLowerCase()}));
  const matches = (key: string, className: string, method: string) =>
    key === className.toLowerCase() || key === `${className}.${method}`.toLowerCase();
  return {
    includesClass: (className) => wanted.length === 0 || wanted.some(({key}) => key.split('.')[0] === className.toLowerCase()),
    includes: (className, method) => wanted.length === 0 || wanted.some(({key}) => matches(key, className, method)),
    unmatched: (tests) => wanted.filter(({key}) => !tests.some((test) => matches(key, test.class, test.method))).map(({name}) => name),
  };
}
