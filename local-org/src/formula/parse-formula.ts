/** Reads formulas (Salesforce Help, "Formula Operators and Functions by Context", "Build a Formula Field": comments, quotes, operators). */
import type {BinaryOperator, FormulaNode} from './formula-ast.ts';

export class FormulaSyntaxError extends Error {
  /** Offset in the formula. */
  readonly at: number;

  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

/** @throws FormulaSyntaxError */
export function parseFormula(text: string): FormulaNode {
  return new FormulaParser(tokenize(text)).whole();
}

interface Token {
  readonly kind: 'number' | 'text' | 'name' | 'operator' | 'end';
  readonly text: string;
  readonly at: number;
}

const pattern =
  /\s+|\/\*[\s\S]*?\*\/|(?<number>\d+(?:\.\d*)?|\.\d+)|"(?<double>(?:[^"\\]|\\[\s\S])*)"|'(?<single>(?:[^'\\]|\\[\s\S])*)'|(?<name>\$?[A-Za-z_][\w]*(?:[.:]\w+)*)|(?<operator>&&|\|\||<>|!=|==|<=|>=|[-+*/^&=<>!(),])/y;

function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  pattern.lastIndex = 0;
  while (pattern.lastIndex < text.length) {
    const at = pattern.lastIndex;
    const match = pattern.exec(text);
    if (match === null) throw new FormulaSyntaxError(`Syntax error at "${text.slice(at, at + 12)}"`, at);
    const {number, double, single, name, operator} = match.groups ?? {};
    const quoted = double ?? single;
    if (number !== undefined) tokens.push({kind: 'number', text: number, at});
    else if (quoted !== undefined) tokens.push({kind: 'text', text: unescape(quoted), at});
    else if (name !== undefined) tokens.push({kind: 'name', text: name, at});
    else if (operator !== undefined) tokens.push({kind: 'operator', text: canonical(operator), at});
  }
  tokens.push({kind: 'end', text: 'the end', at: text.length});
  return tokens;
}

function canonical(operator: string): string {
  return operator === '!=' ? '<>' : operator === '==' ? '=' : operator;
}

function unescape(text: string): string {
  const named: Readonly<Record<string, string>> = {n: '\n', r: '\r', t: '\t'};
  return text.replaceAll(/\\([\s\S])/g, (_match, character: string) => named[character] ?? character);
}

/** Operators that bind least come first. That `^` binds less than `*` is the platform's grammar (github.com/salesforce/formula-engine, FormulaGrammar.g). */
const levels: readonly (readonly BinaryOperator[])[] = [
  ['||'],
  ['&&'],
  ['=', '<>'],
  ['<', '<=', '>', '>='],
  ['+', '-', '&'],
  ['^'],
  ['*', '/'],
];

class FormulaParser {
  readonly #tokens: readonly Token[];
  #next = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  whole(): FormulaNode {
    const node = this.#binary(0);
    if (this.#peek().kind !== 'end') throw this.#unexpected();
    return node;
  }

  #binary(level: number): FormulaNode {
    const operators = levels[level];
    if (operators === undefined) return this.#unary();
    let left = this.#binary(level + 1);
    for (;;) {
      const token = this.#peek();
      const operator = operators.find((candidate) => token.kind === 'operator' && token.text === candidate);
      if (operator === undefined) return left;
      this.#next++;
      left = {kind: 'binary', operator, left, right: this.#binary(level + 1), at: token.at};
    }
  }

  #unary(): FormulaNode {
    const token = this.#peek();
    if (token.kind !== 'operator' || (token.text !== '-' && token.text !== '+' && token.text !== '!')) return this.#primary();
    this.#next++;
    return {kind: 'unary', operator: token.text, operand: this.#unary(), at: token.at};
  }

  #primary(): FormulaNode {
    const token = this.#peek();
    this.#next++;
    switch (token.kind) {
      case 'number':
      case 'text':
        return {kind: token.kind, value: token.text, at: token.at};
      case 'name':
        return this.#named(token);
      case 'operator':
        if (token.text === '(') {
          const inner = this.#binary(0);
          this.#expect(')');
          return inner;
        }
        break;
      case 'end':
    }
    this.#next--;
    throw this.#unexpected();
  }

  #named({text, at}: Token): FormulaNode {
    const upper = text.toUpperCase();
    if (this.#accepts('(')) return {kind: 'call', name: upper, arguments: this.#arguments(), at};
    if (upper === 'TRUE' || upper === 'FALSE') return {kind: 'boolean', value: upper === 'TRUE', at};
    if (upper === 'NULL') return {kind: 'null', at};
    return {kind: 'reference', parts: text.split('.'), at};
  }

  #arguments(): FormulaNode[] {
    if (this.#accepts(')')) return [];
    const list = [this.#binary(0)];
    while (this.#accepts(',')) list.push(this.#binary(0));
    this.#expect(')');
    return list;
  }

  #accepts(operator: string): boolean {
    const token = this.#peek();
    if (token.kind !== 'operator' || token.text !== operator) return false;
    this.#next++;
    return true;
  }

  #expect(operator: string): void {
    if (!this.#accepts(operator)) throw new FormulaSyntaxError(`Syntax error. Missing '${operator}'`, this.#peek().at);
  }

  #peek(): Token {
    const token = this.#tokens[this.#next];
    if (token === undefined) throw new Error('The end is a token.');
    return token;
  }

  #unexpected(): FormulaSyntaxError {
    const {text, at} = this.#peek();
    return new FormulaSyntaxError(`Syntax error. Extra or unexpected ${text}`, at);
  }
}
