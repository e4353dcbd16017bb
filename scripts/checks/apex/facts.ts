import {
  type AnnotationContext,
  ApexParserBaseListener,
  ApexParserFactory,
  type ApexParserRuleContext,
  ApexParseTreeWalker,
  type CatchClauseContext,
  type ClassDeclarationContext,
  type DeleteStatementContext,
  type DotExpressionContext,
  type EnhancedForControlContext,
  type FormalParameterContext,
  type IdCreatedNamePairContext,
  type IdPrimaryContext,
  type InsertStatementContext,
  type MergeStatementContext,
  type PropertyDeclarationContext,
  type QueryContext,
  type SoslLiteralContext,
  type TriggerUnitContext,
  type TypeDeclarationContext,
  type TypeNameContext,
  type UndeleteStatementContext,
  type UpdateStatementContext,
  type UpsertStatementContext,
  type VariableDeclaratorContext,
} from '@apexdevtools/apex-parser';

/** What one Apex file does and names, as far as rules of design ask. */
export interface ApexFacts {
  /** Names in places where a type can stand, a class used by its static members included; as spelt. */
  readonly references: readonly At<{readonly name: string}>[];
  /** Calls of a method on a name: `Database.insert(…)`, with the text of its arguments. */
  readonly calls: readonly At<{readonly receiver: string; readonly method: string; readonly args: string}>[];
  /** DML statements and SOQL or SOSL in brackets. */
  readonly statements: readonly At<{readonly kind: StatementKind; readonly accessLevel: string | undefined}>[];
  readonly annotations: readonly At<{readonly text: string}>[];
  /** The sharing modifiers of the outermost class; undefined for interfaces, enums and triggers. */
  readonly outerClass: At<{readonly modifiers: readonly string[]}> | undefined;
  /** Whether the file begins with ApexDoc. */
  readonly documented: boolean;
  /** How many statements and declarations the trigger's body holds; undefined for classes. */
  readonly triggerStatements: number | undefined;
}

export type StatementKind = 'insert' | 'update' | 'upsert' | 'delete' | 'undelete' | 'merge' | 'SOQL' | 'SOSL';

export type At<T> = T & {readonly line: number};

/** @param trigger whether the source is a trigger's, else a class's */
export function readFacts(source: string, trigger: boolean): ApexFacts {
  const parser = ApexParserFactory.createParser(source, true);
  const listener = new FactsListener();
  ApexParseTreeWalker.DEFAULT.walk(listener, trigger ? parser.triggerUnit() : parser.compilationUnit());
  return {...listener.facts(), documented: source.trimStart().startsWith('/**')};
}

type TreeFacts = Omit<ApexFacts, 'documented'>;
type Mutable<T> = {-readonly [Key in keyof T]: T[Key] extends readonly (infer Item)[] ? Item[] : T[Key]};
type DmlContext =
  | InsertStatementContext
  | UpdateStatementContext
  | UpsertStatementContext
  | DeleteStatementContext
  | UndeleteStatementContext
  | MergeStatementContext;

class FactsListener extends ApexParserBaseListener {
  private readonly found: Mutable<TreeFacts> = {
    references: [],
    calls: [],
    statements: [],
    annotations: [],
    outerClass: undefined,
    triggerStatements: undefined,
  };
  /** Names in expressions, which are classes unless the file declares a variable of the name. */
  private readonly heads: At<{readonly name: string}>[] = [];
  private readonly variables = new Set<string>();

  facts(): TreeFacts {
    const classes = this.heads.filter(({name}) => !this.variables.has(name.toLowerCase()));
    return {...this.found, references: [...this.found.references, ...classes]};
  }

  enterTypeName(ctx: TypeNameContext): void {
    const id = optional(ctx.id());
    if (id !== undefined) this.found.references.push({name: id.getText(), line: lineOf(ctx)});
  }

  enterIdCreatedNamePair(ctx: IdCreatedNamePairContext): void {
    this.found.references.push({name: ctx.anyId().getText(), line: lineOf(ctx)});
  }

  enterIdPrimary(ctx: IdPrimaryContext): void {
    this.heads.push({name: ctx.id().getText(), line: lineOf(ctx)});
  }

  enterDotExpression(ctx: DotExpressionContext): void {
    const call = optional(ctx.dotMethodCall());
    if (call === undefined) return;
    const args = optional(call.expressionList())?.getText() ?? '';
    this.found.calls.push({receiver: ctx.expression().getText(), method: call.anyId().getText(), args, line: lineOf(ctx)});
  }

  enterQuery(ctx: QueryContext): void {
    this.found.statements.push({kind: 'SOQL', accessLevel: modeOf(optional(ctx.withClause())?.getText()), line: lineOf(ctx)});
  }

  enterSoslLiteral(ctx: SoslLiteralContext): void {
    this.found.statements.push({kind: 'SOSL', accessLevel: modeOf(ctx.getText()), line: lineOf(ctx)});
  }

  enterInsertStatement(ctx: InsertStatementContext): void {
    this.dml('insert', ctx);
  }

  enterUpdateStatement(ctx: UpdateStatementContext): void {
    this.dml('update', ctx);
  }

  enterUpsertStatement(ctx: UpsertStatementContext): void {
    this.dml('upsert', ctx);
  }

  enterDeleteStatement(ctx: DeleteStatementContext): void {
    this.dml('delete', ctx);
  }

  enterUndeleteStatement(ctx: UndeleteStatementContext): void {
    this.dml('undelete', ctx);
  }

  enterMergeStatement(ctx: MergeStatementContext): void {
    this.dml('merge', ctx);
  }

  private dml(kind: StatementKind, ctx: DmlContext): void {
    this.found.statements.push({kind, accessLevel: optional(ctx.accessLevel())?.getText(), line: lineOf(ctx)});
  }

  enterAnnotation(ctx: AnnotationContext): void {
    this.found.annotations.push({text: ctx.getText(), line: lineOf(ctx)});
  }

  enterTypeDeclaration(ctx: TypeDeclarationContext): void {
    const declaration = optional<ClassDeclarationContext>(ctx.classDeclaration());
    if (declaration === undefined) return;
    this.found.outerClass = {modifiers: ctx.modifier_list().map((modifier) => modifier.getText().toLowerCase()), line: lineOf(declaration)};
  }

  enterTriggerUnit(ctx: TriggerUnitContext): void {
    this.found.triggerStatements = ctx.triggerBlock().triggerBlockMember_list().length;
  }

  enterVariableDeclarator(ctx: VariableDeclaratorContext): void {
    this.variables.add(ctx.id().getText().toLowerCase());
  }

  enterFormalParameter(ctx: FormalParameterContext): void {
    this.variables.add(ctx.id().getText().toLowerCase());
  }

  enterPropertyDeclaration(ctx: PropertyDeclarationContext): void {
    this.variables.add(ctx.id().getText().toLowerCase());
  }

  enterEnhancedForControl(ctx: EnhancedForControlContext): void {
    this.variables.add(ctx.id().getText().toLowerCase());
  }

  enterCatchClause(ctx: CatchClauseContext): void {
    this.variables.add(ctx.id().getText().toLowerCase());
    this.found.references.push({name: ctx.qualifiedName().id(0).getText(), line: lineOf(ctx)});
  }
}

/** The parser declares every part as present; at run time those that the source lacks are null or undefined. */
function optional<T>(part: T | null | undefined): T | undefined {
  return part ?? undefined;
}

function modeOf(text: string | undefined): string | undefined {
  return /(USER|SYSTEM)_MODE/i.exec(text ?? '')?.[0];
}

function lineOf(ctx: ApexParserRuleContext): number {
  return ctx.start.line;
}
