/**
 * The abstract syntax tree of Apex: what was written, without any meaning. It is plain data (it survives `JSON.stringify`, which is
 * how it is cached), keeps names in the spelling of the source, and every node says where it stands.
 */
import type {Span} from '../../diagnostics/source-location.ts';
import type {SoqlQuery, SoslQuery} from './soql-ast.ts';

/** A name as it was written; comparing names folds case. */
export interface Identifier {
  readonly text: string;
  readonly span: Span;
}

/** `Map<Id, Schema.Account>[]`: a dotted name whose parts may carry type arguments, and array brackets. */
export interface TypeReference {
  readonly parts: readonly {readonly name: Identifier; readonly typeArguments: readonly TypeReference[]}[];
  /** How many `[]` follow. `List<T>` and `T[]` are the same type. */
  readonly arrayDimensions: number;
  readonly span: Span;
}

export type ModifierName =
  | 'global'
  | 'public'
  | 'protected'
  | 'private'
  | 'abstract'
  | 'final'
  | 'override'
  | 'static'
  | 'testmethod'
  | 'transient'
  | 'virtual'
  | 'webservice'
  | 'with sharing'
  | 'without sharing'
  | 'inherited sharing';

export interface Modifier {
  readonly name: ModifierName;
  readonly span: Span;
}

/** `@IsTest(IsParallel=true)`; `@SuppressWarnings('PMD')` has one argument without a name. */
export interface Annotation {
  readonly name: Identifier;
  readonly arguments: readonly {readonly name: Identifier | null; readonly value: Expression; readonly span: Span}[];
  readonly span: Span;
}

interface Declaration {
  readonly annotations: readonly Annotation[];
  readonly modifiers: readonly Modifier[];
  readonly span: Span;
}

// ---------------------------------------------------------------------------------------------------------------- units

export type CompilationUnit = TypeDeclaration;

export type TypeDeclaration = ClassDeclaration | InterfaceDeclaration | EnumDeclaration;

export interface ClassDeclaration extends Declaration {
  readonly kind: 'class';
  readonly name: Identifier;
  readonly superclass: TypeReference | null;
  readonly interfaces: readonly TypeReference[];
  /** In the order of the source, which is the order in which fields and blocks are initialised. */
  readonly members: readonly ClassMember[];
}

export interface InterfaceDeclaration extends Declaration {
  readonly kind: 'interface';
  readonly name: Identifier;
  readonly interfaces: readonly TypeReference[];
  readonly methods: readonly MethodDeclaration[];
}

export interface EnumDeclaration extends Declaration {
  readonly kind: 'enum';
  readonly name: Identifier;
  readonly constants: readonly Identifier[];
}

export type ClassMember =
  FieldDeclaration | PropertyDeclaration | MethodDeclaration | ConstructorDeclaration | InitializerBlock | TypeDeclaration;

/** `Integer a = 1, b;` is one declaration with two declarators. */
export interface FieldDeclaration extends Declaration {
  readonly kind: 'field';
  readonly type: TypeReference;
  readonly declarators: readonly VariableDeclarator[];
}

export interface VariableDeclarator {
  readonly name: Identifier;
  readonly initializer: Expression | null;
  readonly span: Span;
}

export interface PropertyDeclaration extends Declaration {
  readonly kind: 'property';
  readonly type: TypeReference;
  readonly name: Identifier;
  readonly accessors: readonly PropertyAccessor[];
}

export interface PropertyAccessor {
  readonly kind: 'get' | 'set';
  readonly annotations: readonly Annotation[];
  readonly modifiers: readonly Modifier[];
  /** `null` for an automatic accessor (`get;`). */
  readonly body: Block | null;
  readonly span: Span;
}

export interface MethodDeclaration extends Declaration {
  readonly kind: 'method';
  /** `null` is `void`. */
  readonly returnType: TypeReference | null;
  readonly name: Identifier;
  readonly parameters: readonly Parameter[];
  /** `null` for an abstract or interface method. */
  readonly body: Block | null;
}

export interface ConstructorDeclaration extends Declaration {
  readonly kind: 'constructor';
  /** As written; a dotted name is kept whole, and is no class's. */
  readonly name: Identifier;
  readonly parameters: readonly Parameter[];
  readonly body: Block;
}

export interface Parameter {
  readonly annotations: readonly Annotation[];
  readonly modifiers: readonly Modifier[];
  readonly type: TypeReference;
  readonly name: Identifier;
  readonly span: Span;
}

export interface InitializerBlock {
  readonly kind: 'initializer';
  readonly isStatic: boolean;
  readonly body: Block;
  readonly span: Span;
}

export type TriggerEvent =
  'before insert' | 'before update' | 'before delete' | 'after insert' | 'after update' | 'after delete' | 'after undelete';

export interface TriggerDeclaration {
  readonly kind: 'trigger';
  readonly name: Identifier;
  readonly object: Identifier;
  readonly events: readonly {readonly name: TriggerEvent; readonly span: Span}[];
  /** The statements, variables of the trigger's own among them, as in a block. */
  readonly body: Block;
  /** The methods, properties and types that the body declares. */
  readonly members: readonly ClassMember[];
  readonly span: Span;
}

/** Anonymous Apex: statements, between which methods and types may be declared. */
export interface AnonymousUnit {
  readonly kind: 'anonymous';
  readonly body: Block;
  readonly members: readonly ClassMember[];
  readonly span: Span;
}

// ----------------------------------------------------------------------------------------------------------- statements

export type Statement =
  | Block
  | LocalVariableDeclaration
  | ExpressionStatement
  | IfStatement
  | WhileStatement
  | DoWhileStatement
  | ForStatement
  | EnhancedForStatement
  | SwitchStatement
  | ReturnStatement
  | ThrowStatement
  | BreakStatement
  | ContinueStatement
  | TryStatement
  | DmlStatement
  | MergeStatement
  | RunAsStatement;

export interface Block {
  readonly kind: 'block';
  readonly statements: readonly Statement[];
  readonly span: Span;
}

export interface LocalVariableDeclaration {
  readonly kind: 'local';
  readonly annotations: readonly Annotation[];
  readonly modifiers: readonly Modifier[];
  readonly type: TypeReference;
  readonly declarators: readonly VariableDeclarator[];
  readonly span: Span;
}

export interface ExpressionStatement {
  readonly kind: 'expression statement';
  readonly expression: Expression;
  readonly span: Span;
}

export interface IfStatement {
  readonly kind: 'if';
  readonly condition: Expression;
  readonly then: Statement;
  readonly else: Statement | null;
  readonly span: Span;
}

export interface WhileStatement {
  readonly kind: 'while';
  readonly condition: Expression;
  readonly body: Statement | null;
  readonly span: Span;
}

export interface DoWhileStatement {
  readonly kind: 'do while';
  readonly body: Block;
  readonly condition: Expression;
  readonly span: Span;
}

/** `for (init; condition; update) body`; each part may be missing. */
export interface ForStatement {
  readonly kind: 'for';
  readonly initializer: LocalVariableDeclaration | readonly Expression[] | null;
  readonly condition: Expression | null;
  readonly updates: readonly Expression[];
  readonly body: Statement | null;
  readonly span: Span;
}

/** `for (Lead l : leads)`, also over a query. */
export interface EnhancedForStatement {
  readonly kind: 'for each';
  readonly type: TypeReference;
  readonly variable: Identifier;
  readonly iterable: Expression;
  readonly body: Statement | null;
  readonly span: Span;
}

export interface SwitchStatement {
  readonly kind: 'switch';
  readonly subject: Expression;
  readonly cases: readonly SwitchCase[];
  readonly span: Span;
}

export interface SwitchCase {
  readonly when: SwitchLabel;
  readonly body: Block;
  readonly span: Span;
}

/** `when 1, 2` and `when SPRING` are values; `when Account a` is a type; `when else` is neither. */
export type SwitchLabel =
  | {readonly kind: 'values'; readonly values: readonly Expression[]}
  | {readonly kind: 'type'; readonly type: TypeReference; readonly variable: Identifier}
  | {readonly kind: 'else'};

export interface ReturnStatement {
  readonly kind: 'return';
  readonly value: Expression | null;
  readonly span: Span;
}

export interface ThrowStatement {
  readonly kind: 'throw';
  readonly value: Expression;
  readonly span: Span;
}

export interface BreakStatement {
  readonly kind: 'break';
  readonly span: Span;
}

export interface ContinueStatement {
  readonly kind: 'continue';
  readonly span: Span;
}

export interface TryStatement {
  readonly kind: 'try';
  readonly body: Block;
  readonly catches: readonly CatchClause[];
  readonly finally: Block | null;
  readonly span: Span;
}

export interface CatchClause {
  readonly annotations: readonly Annotation[];
  readonly modifiers: readonly Modifier[];
  readonly type: TypeReference;
  readonly variable: Identifier;
  readonly body: Block;
  readonly span: Span;
}

export type DmlOperation = 'insert' | 'update' | 'upsert' | 'delete' | 'undelete';

/** `insert as user leads;` and `upsert rows Key__c;`. */
export interface DmlStatement {
  readonly kind: 'dml';
  readonly operation: DmlOperation;
  readonly access: 'user' | 'system' | null;
  readonly records: Expression;
  /** The external id field of an upsert. */
  readonly externalId: readonly Identifier[] | null;
  readonly span: Span;
}

export interface MergeStatement {
  readonly kind: 'merge';
  readonly access: 'user' | 'system' | null;
  readonly master: Expression;
  readonly duplicates: Expression;
  readonly span: Span;
}

export interface RunAsStatement {
  readonly kind: 'run as';
  readonly arguments: readonly Expression[];
  readonly body: Block;
  readonly span: Span;
}

// ---------------------------------------------------------------------------------------------------------- expressions

export type Expression =
  | LiteralExpression
  | NameExpression
  | ThisExpression
  | SuperExpression
  | MemberExpression
  | IndexExpression
  | CallExpression
  | MethodCallExpression
  | ConstructorCallExpression
  | NewExpression
  | UnaryExpression
  | UpdateExpression
  | BinaryExpression
  | InstanceOfExpression
  | ConditionalExpression
  | AssignmentExpression
  | CastExpression
  | ClassLiteralExpression
  | SoqlExpression
  | SoslExpression;

export type LiteralValue =
  | {readonly kind: 'null'}
  | {readonly kind: 'boolean'; readonly value: boolean}
  | {readonly kind: 'integer'; readonly text: string}
  /** Digits, without the `L`. */
  | {readonly kind: 'long'; readonly text: string}
  /** A number with a decimal point: its type in Apex is Decimal, or Double where a `d` follows (left out of `text`). */
  | {readonly kind: 'decimal'; readonly text: string}
  | {readonly kind: 'double'; readonly text: string}
  /** Escapes are resolved. */
  | {readonly kind: 'string'; readonly value: string};

export interface LiteralExpression {
  readonly kind: 'literal';
  readonly value: LiteralValue;
  readonly span: Span;
}

/** A lone identifier: a variable, a field, a property, a type or a namespace. */
export interface NameExpression {
  readonly kind: 'name';
  readonly name: Identifier;
  readonly span: Span;
}

export interface ThisExpression {
  readonly kind: 'this';
  readonly span: Span;
}

/** Only ever the target of a member call. */
export interface SuperExpression {
  readonly kind: 'super';
  readonly span: Span;
}

export interface MemberExpression {
  readonly kind: 'member';
  readonly target: Expression;
  readonly name: Identifier;
  /** `?.` instead of `.`. */
  readonly safe: boolean;
  readonly span: Span;
}

export interface IndexExpression {
  readonly kind: 'index';
  readonly target: Expression;
  readonly index: Expression;
  readonly span: Span;
}

/** `size()`: a call without a target. */
export interface CallExpression {
  readonly kind: 'call';
  readonly name: Identifier;
  readonly arguments: readonly Expression[];
  readonly span: Span;
}

/** `leads.size()`, `Math.abs(x)`, `a.b.c()`. */
export interface MethodCallExpression {
  readonly kind: 'method call';
  readonly target: Expression;
  readonly name: Identifier;
  readonly arguments: readonly Expression[];
  readonly safe: boolean;
  readonly span: Span;
}

/** `this(…)` or `super(…)` at the start of a constructor. */
export interface ConstructorCallExpression {
  readonly kind: 'constructor call';
  readonly target: 'this' | 'super';
  readonly arguments: readonly Expression[];
  readonly span: Span;
}

/** The type is that of the new object: `new Integer[3]` has one array dimension. */
export interface NewExpression {
  readonly kind: 'new';
  readonly type: TypeReference;
  readonly initializer: NewInitializer;
  readonly span: Span;
}

export type NewInitializer =
  /** `new Foo(1, 2)`, and `new Lead()` too. */
  | {readonly kind: 'arguments'; readonly arguments: readonly Expression[]}
  /** `new Lead(LastName = 'x')`. */
  | {readonly kind: 'fields'; readonly fields: readonly {readonly name: Identifier; readonly value: Expression; readonly span: Span}[]}
  /** `new List<Integer>{1, 2}`, `new Integer[]{1, 2}`, `new Set<Id>{a}`; nothing between the braces is no elements, for a map too. */
  | {readonly kind: 'elements'; readonly elements: readonly Expression[]}
  /** `new Map<String, Integer>{'a' => 1}`. */
  | {readonly kind: 'entries'; readonly entries: readonly {readonly key: Expression; readonly value: Expression}[]}
  /** `new Integer[3]`. */
  | {readonly kind: 'size'; readonly size: Expression};

export interface UnaryExpression {
  readonly kind: 'unary';
  readonly operator: '+' | '-' | '!' | '~';
  readonly operand: Expression;
  readonly span: Span;
}

/** `i++`, `--i`. */
export interface UpdateExpression {
  readonly kind: 'update';
  readonly operator: '++' | '--';
  readonly prefix: boolean;
  readonly operand: Expression;
  readonly span: Span;
}

export type BinaryOperator =
  | '+'
  | '-'
  | '*'
  | '/'
  | '%'
  | '<<'
  | '>>'
  | '>>>'
  | '&'
  | '|'
  | '^'
  | '&&'
  | '||'
  | '??'
  | '<'
  | '<='
  | '>'
  | '>='
  | '=='
  | '!='
  | '<>'
  | '==='
  | '!==';

export interface BinaryExpression {
  readonly kind: 'binary';
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
  readonly span: Span;
}

export interface InstanceOfExpression {
  readonly kind: 'instanceof';
  readonly value: Expression;
  readonly type: TypeReference;
  readonly span: Span;
}

export interface ConditionalExpression {
  readonly kind: 'conditional';
  readonly condition: Expression;
  readonly then: Expression;
  readonly else: Expression;
  readonly span: Span;
}

export type AssignmentOperator = '=' | '+=' | '-=' | '*=' | '/=' | '&=' | '|=' | '^=' | '<<=' | '>>=' | '>>>=';

export interface AssignmentExpression {
  readonly kind: 'assignment';
  readonly operator: AssignmentOperator;
  readonly target: Expression;
  readonly value: Expression;
  readonly span: Span;
}

export interface CastExpression {
  readonly kind: 'cast';
  readonly type: TypeReference;
  readonly value: Expression;
  readonly span: Span;
}

/** `Foo.class`, `List<Foo>.class`; `void.class` has a null type. */
export interface ClassLiteralExpression {
  readonly kind: 'class literal';
  readonly type: TypeReference | null;
  readonly span: Span;
}

export interface SoqlExpression {
  readonly kind: 'soql';
  readonly query: SoqlQuery;
  readonly span: Span;
}

export interface SoslExpression {
  readonly kind: 'sosl';
  readonly query: SoslQuery;
  readonly span: Span;
}
