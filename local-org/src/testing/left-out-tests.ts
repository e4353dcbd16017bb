/** The tests that nothing ran: those of classes that don't compile, or that need one that doesn't. */
import {SyntaxTreeCache} from '../apex/syntax/cache.ts';
import type {ClassDeclaration} from '../apex/syntax/ast.ts';
import {isError} from '../diagnostics/diagnostic.ts';
import type {Org} from '../org.ts';

export interface LeftOutTest {
  readonly class: string;
  readonly method: string;
  /** The first error of the class, or that it has none of its own. */
  readonly reason: string;
}

export function leftOutTests({project, generation, diagnostics}: Org): LeftOutTest[] {
  const parser = new SyntaxTreeCache('', null);
  return project.classes
    .filter(({name, status}) => status !== 'Deleted' && generation.classes.info(name) === null)
    .flatMap(({source, path, name}) => {
      const {tree} = parser.parseClass(source, path);
      if (tree?.kind !== 'class') return [];
      const error = diagnostics.find((diagnostic) => diagnostic.path === path && isError(diagnostic));
      const reason = error === undefined ? 'needs a class that does not compile' : `${error.code} ${error.message}`;
      return testMethods(tree).map((method) => ({class: name, method, reason}));
    });
}

function testMethods({members}: ClassDeclaration): string[] {
  return members
    .filter((member) => member.kind === 'method')
    .filter(
      ({annotations, modifiers}) =>
        annotations.some(({name}) => name.text.toLowerCase() === 'istest') || modifiers.some(({name}) => name === 'testmethod'),
    )
    .map(({name}) => name.text);
}
