/** What a formula says, before its names mean anything. Offsets count from the start of the formula's text. */
export type FormulaNode =
  | {readonly kind: 'number' | 'text'; readonly value: string; readonly at: number}
  | {readonly kind: 'boolean'; readonly value: boolean; readonly at: number}
  | {readonly kind: 'null'; readonly at: number}
  /** `Amount`, `Owner:User.Email`, `$Setup.Switch__c.On__c`. */
  | {readonly kind: 'reference'; readonly parts: readonly string[]; readonly at: number}
  | {readonly kind: 'call'; readonly name: string; readonly arguments: readonly FormulaNode[]; readonly at: number}
  | {
      readonly kind: 'binary';
      readonly operator: BinaryOperator;
      readonly left: FormulaNode;
      readonly right: FormulaNode;
      readonly at: number;
    }
  | {readonly kind: 'unary'; readonly operator: '-' | '+' | '!'; readonly operand: FormulaNode; readonly at: number};

export type BinaryOperator = '+' | '-' | '*' | '/' | '^' | '&' | '&&' | '||' | '=' | '<>' | '<' | '<=' | '>' | '>=';
