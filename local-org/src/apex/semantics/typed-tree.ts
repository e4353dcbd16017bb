/**
 * The typed tree: a program whose every name is bound, every overload chosen and every implicit conversion written out. It knows
 * nothing of JavaScript; the code generator reads nothing else. (Flows are compiled into the same tree later.)
 *
 * Rules that both sides rely on:
 * - Operands are converted before they meet: `1 + 2L` is `add` over Long with a `convert` node around the `1`. `operandType` names the
 *   common type. The code generator never looks at the types of the operands again.
 * - Integer division, string concatenation and so on are therefore told apart by `operandType` alone.
 * - An assignment's value is converted to the target's type, an argument's to the parameter's, a returned value to the return type.
 * - Literals arrive as JavaScript values in the representation of `runtime/runtime.ts`, save Decimal and Double (text).
 * - Legal constructs that aren't supported are `unsupported` nodes; the tree is complete otherwise. A unit with errors has no tree.
 */
import type {DiagnosticCode} from '../../diagnostics/diagnostic.ts';
import type {Span} from '../../diagnostics/source-location.ts';
import type {FieldDescriptor, SObjectDescriptor} from '../../data/descriptor.ts';
import type {DmlOperation, TriggerEvent} from '../syntax/ast.ts';
import type {SoqlQuery, SoslQuery} from '../syntax/soql-ast.ts';
import type {ClassType, FieldSymbol, MethodSymbol, Type, TypeSymbol} from './symbols.ts';

// ---------------------------------------------------------------------------------------------------------------- units

export interface TypedClass {
  readonly kind: 'class' | 'interface' | 'enum';
  readonly symbol: TypeSymbol;
  readonly path: string;
  readonly span: Span;
  readonly constants: readonly string[];
  /** Static fields, properties' backing fields and static blocks, in source order. */
  readonly staticInitializers: readonly TypedInitializer[];
  /** Instance fields and blocks, in source order; run after the superclass's constructor and before the own body. */
  readonly instanceInitializers: readonly TypedInitializer[];
  readonly properties: readonly TypedProperty[];
  readonly methods: readonly TypedMethod[];
  /** An implicit constructor without arguments is written out; those that every exception has are not. */
  readonly constructors: readonly TypedConstructor[];
  readonly innerTypes: readonly TypedClass[];
}

export type TypedInitializer =
  | {readonly kind: 'field'; readonly field: FieldSymbol; readonly value: TypedExpression | null; readonly span: Span}
  | {readonly kind: 'block'; readonly body: TypedBlock; readonly span: Span};

/**
 * A property with a body, or one that may be overridden; any other whose accessors are automatic is a field to the tree. Inside its own accessors
 * the name is the backing field. An automatic accessor has no block here and reads or writes the backing field.
 */
export interface TypedProperty {
  readonly field: FieldSymbol;
  readonly getter: TypedBlock | null;
  readonly setter: {readonly parameter: Local; readonly body: TypedBlock} | null;
  /** True where at least one accessor is automatic or uses the name itself: a backing field is needed. */
  readonly hasBackingField: boolean;
  readonly locals: readonly Local[];
  readonly span: Span;
}

export interface TypedMethod {
  readonly symbol: MethodSymbol;
  readonly parameters: readonly Local[];
  readonly body: TypedBlock | null;
  /** Further slots under which the method must be found: those of interface or superclass methods whose parameter types are spelled differently. */
  readonly aliases: readonly string[];
  readonly span: Span;
}

export interface TypedConstructor {
  readonly symbol: MethodSymbol;
  readonly parameters: readonly Local[];
  /** The call of another constructor with which it starts; null is the superclass's without arguments (where there is a superclass). */
  readonly delegation: {readonly constructor: MethodSymbol; readonly arguments: readonly TypedExpression[]; readonly span: Span} | null;
  readonly delegatesTo: 'this' | 'super' | null;
  readonly body: TypedBlock;
  readonly span: Span;
}

export interface TypedTrigger {
  readonly kind: 'trigger';
  readonly name: string;
  readonly object: SObjectDescriptor;
  readonly events: readonly TriggerEvent[];
  readonly path: string;
  readonly body: TypedBlock;
  readonly span: Span;
}

export interface TypedAnonymous {
  readonly kind: 'anonymous';
  readonly path: string;
  readonly body: TypedBlock;
  /** A class that holds methods declared in the block, and its inner types. */
  readonly container: TypedClass | null;
  readonly span: Span;
}

/** A local variable or parameter. Two locals of one name in different scopes are two objects. */
export interface Local {
  /** Unique within its method: the lower-case name, with a number where names repeat. */
  readonly id: string;
  readonly name: string;
  readonly type: Type;
}

// ----------------------------------------------------------------------------------------------------------- statements

export type TypedStatement =
  | TypedBlock
  | {readonly kind: 'local'; readonly local: Local; readonly value: TypedExpression | null; readonly span: Span}
  | {readonly kind: 'expression'; readonly expression: TypedExpression; readonly span: Span}
  | {
      readonly kind: 'if';
      readonly condition: TypedExpression;
      readonly then: TypedStatement;
      readonly else: TypedStatement | null;
      readonly span: Span;
    }
  | {readonly kind: 'while'; readonly condition: TypedExpression; readonly body: TypedStatement | null; readonly span: Span}
  | {readonly kind: 'do while'; readonly body: TypedBlock; readonly condition: TypedExpression; readonly span: Span}
  | {
      readonly kind: 'for';
      /** Declarations (`local`) or expressions. */
      readonly initializers: readonly TypedStatement[];
      readonly condition: TypedExpression | null;
      readonly updates: readonly TypedExpression[];
      readonly body: TypedStatement | null;
      readonly span: Span;
    }
  | {
      readonly kind: 'for each';
      readonly local: Local;
      /**
       * `collection`: a List or Set; `iterable`: an object with `iterator()`; `query`: a SOQL query, record by record; `query chunks`: a
       * query in lists of 200.
       */
      readonly over: 'collection' | 'iterable' | 'query' | 'query chunks';
      readonly iterable: TypedExpression;
      readonly body: TypedStatement | null;
      readonly span: Span;
    }
  | {readonly kind: 'switch'; readonly subject: TypedExpression; readonly cases: readonly TypedSwitchCase[]; readonly span: Span}
  | {readonly kind: 'return'; readonly value: TypedExpression | null; readonly span: Span}
  | {readonly kind: 'throw'; readonly value: TypedExpression; readonly span: Span}
  | {readonly kind: 'break'; readonly span: Span}
  | {readonly kind: 'continue'; readonly span: Span}
  | {
      readonly kind: 'try';
      readonly body: TypedBlock;
      readonly catches: readonly {readonly type: ClassType; readonly local: Local; readonly body: TypedBlock; readonly span: Span}[];
      readonly finally: TypedBlock | null;
      readonly span: Span;
    }
  | {
      readonly kind: 'dml';
      readonly operation: DmlOperation;
      /** As written, or null: the mode that the API version of the class implies. */
      readonly access: 'user' | 'system' | null;
      /** One SObject or a List of them. */
      readonly records: TypedExpression;
      readonly externalId: FieldDescriptor | null;
      readonly span: Span;
    }
  | {
      readonly kind: 'merge';
      readonly access: 'user' | 'system' | null;
      readonly master: TypedExpression;
      readonly duplicates: TypedExpression;
      readonly span: Span;
    }
  | {readonly kind: 'run as'; readonly user: TypedExpression; readonly body: TypedBlock; readonly span: Span}
  | {readonly kind: 'unsupported'; readonly code: DiagnosticCode; readonly message: string; readonly span: Span};

export interface TypedBlock {
  readonly kind: 'block';
  readonly statements: readonly TypedStatement[];
  readonly span: Span;
}

export interface TypedSwitchCase {
  readonly when:
    /** Literals, null, enum constants; `subject == value` by the subject's type, null-safe. */
    | {readonly kind: 'values'; readonly values: readonly TypedExpression[]}
    | {readonly kind: 'type'; readonly type: ClassType; readonly local: Local}
    | {readonly kind: 'else'};
  readonly body: TypedBlock;
  readonly span: Span;
}

// ---------------------------------------------------------------------------------------------------------- expressions

interface Node {
  readonly type: Type;
  readonly span: Span;
}

/** The kinds of value that operators distinguish. `Object` stands for everything that is compared with `Runtime.looseEquals`. */
export type OperandType =
  'Boolean' | 'Integer' | 'Long' | 'Double' | 'Decimal' | 'String' | 'Id' | 'Date' | 'Datetime' | 'Time' | 'Enum' | 'SObject' | 'Object';

export type ArithmeticOperator = '+' | '-' | '*' | '/' | '%' | '<<' | '>>' | '>>>' | '&' | '|' | '^';

export type TypedExpression =
  | (Node & {readonly kind: 'literal'; readonly value: TypedLiteral})
  | (Node & {readonly kind: 'local'; readonly local: Local})
  /** Implied where a member is named alone. */
  | (Node & {readonly kind: 'this'; readonly isImplied: boolean})
  | (Node & {readonly kind: 'field'; readonly target: TypedExpression | null; readonly field: FieldSymbol; readonly safe: boolean})
  | (Node & {
      /** A property of a class of the project with a body (calls the accessor), or of a platform class. `target` is null for static ones. */
      readonly kind: 'property';
      readonly target: TypedExpression | null;
      readonly field: FieldSymbol;
      readonly safe: boolean;
    })
  | (Node & {
      readonly kind: 'sobject field';
      readonly target: TypedExpression;
      readonly field: FieldDescriptor;
      /** `record.Name`, the parent behind a lookup (`record.Owner`), or the rows of a child relationship (by its name). */
      readonly access: 'value' | 'parent' | {readonly children: string};
      readonly safe: boolean;
    })
  | (Node & {readonly kind: 'index'; readonly target: TypedExpression; readonly index: TypedExpression})
  | (Node & {
      readonly kind: 'call';
      readonly method: MethodSymbol;
      /** Null for static methods. */
      readonly target: TypedExpression | null;
      readonly arguments: readonly TypedExpression[];
      /** `super.method()`: no dynamic dispatch. */
      readonly isSuper: boolean;
      readonly safe: boolean;
    })
  | (Node & {readonly kind: 'new object'; readonly constructor: MethodSymbol; readonly arguments: readonly TypedExpression[]})
  | (Node & {
      readonly kind: 'new sobject';
      readonly object: SObjectDescriptor;
      /** A parent relationship may be set too (`new Contact(Account = a)`). */
      readonly fields: readonly {
        readonly field: FieldDescriptor;
        readonly access: 'value' | 'parent';
        readonly value: TypedExpression;
        readonly span: Span;
      }[];
    })
  | (Node & {readonly kind: 'new collection'; readonly elements: readonly TypedExpression[]})
  | (Node & {
      readonly kind: 'new map';
      readonly entries: readonly {readonly key: TypedExpression; readonly value: TypedExpression}[];
    })
  /** `new Integer[3]`: a list of nulls. */
  | (Node & {readonly kind: 'new array'; readonly size: TypedExpression})
  | (Node & {
      readonly kind: 'negate' | 'complement' | 'not';
      readonly operand: TypedExpression;
      readonly operandType: OperandType;
    })
  | (Node & {
      readonly kind: 'arithmetic';
      readonly operator: ArithmeticOperator;
      /**
       * `String` is concatenation: the operands keep their own types and are turned into text by type. `Date + Integer`: operandType Date,
       * right operand an Integer or Long; Time likewise; Datetime: an Integer, Double or Decimal. Shifts: the right operand is an Integer or Long of its own.
       */
      readonly operandType: OperandType;
      readonly left: TypedExpression;
      readonly right: TypedExpression;
    })
  | (Node & {
      readonly kind: 'compare';
      readonly operator: '<' | '<=' | '>' | '>=' | '==' | '!=' | '===' | '!==';
      readonly operandType: OperandType;
      readonly left: TypedExpression;
      readonly right: TypedExpression;
    })
  | (Node & {readonly kind: 'and' | 'or' | 'coalesce'; readonly left: TypedExpression; readonly right: TypedExpression})
  | (Node & {
      readonly kind: 'conditional';
      readonly condition: TypedExpression;
      readonly then: TypedExpression;
      readonly else: TypedExpression;
    })
  | (Node & {
      /** `=`: operator null. Compound: `target = (target op value)`, where the parts of the target are evaluated once. */
      readonly kind: 'assign';
      readonly target: AssignableExpression;
      readonly operator: ArithmeticOperator | null;
      readonly operandType: OperandType | null;
      /** For a compound assignment, converted to `operandType`; the result is converted back to the target's type by the code generator. */
      readonly value: TypedExpression;
    })
  | (Node & {
      readonly kind: 'update';
      readonly target: AssignableExpression;
      readonly delta: 1 | -1;
      readonly prefix: boolean;
      readonly operandType: OperandType;
    })
  | (Node & {readonly kind: 'instanceof'; readonly value: TypedExpression; readonly tested: ClassType})
  /** Checked at run time: throws `System.TypeException` (`Invalid conversion from runtime type X to Y`). */
  | (Node & {readonly kind: 'cast'; readonly value: TypedExpression})
  /**
   * An implicit conversion between representations, or a widening that needs none: the type of `value` and that of the node say which. A
   * List that becomes a record is the result of dynamic SOQL where one record is wanted.
   */
  | (Node & {readonly kind: 'convert'; readonly value: TypedExpression})
  | (Node & {readonly kind: 'class literal'; readonly named: Type})
  /** `Lead.SObjectType`, `Schema.SObjectType.Lead` differ: the first is a token, the second a describe result. */
  | (Node & {readonly kind: 'sobject token' | 'sobject describe'; readonly object: SObjectDescriptor})
  /** `Lead.Status`, `Lead.fields.Status` (a token); `Schema.SObjectType.Lead.fields.Status` (a describe result). */
  | (Node & {readonly kind: 'field token' | 'field describe'; readonly object: SObjectDescriptor; readonly field: FieldDescriptor})
  | (Node & {readonly kind: 'enum constant'; readonly field: FieldSymbol})
  | (Node & {
      readonly kind: 'query';
      readonly query: SoqlQuery;
      /** In the order of their `index`. */
      readonly binds: readonly TypedExpression[];
      /**
       * `list`: List of records; `single`: one record, a QueryException where there is none or more than one; `optional`: one record or
       * null, on the left of `??`; `count`: COUNT();
       * what aggregate queries give are records of AggregateResult.
       */
      readonly result: 'list' | 'single' | 'optional' | 'count';
      readonly object: SObjectDescriptor;
    })
  /** `[FIND …]`: a List of a List of records for each object that is searched. */
  | (Node & {
      readonly kind: 'search';
      /** A String. */
      readonly search: TypedExpression;
      readonly group: SoslQuery['group'];
      /** In the order of RETURNING. Each has a condition on the Ids of what was found, whose bind is the last and isn't in `binds`. */
      readonly queries: readonly {readonly query: SoqlQuery; readonly binds: readonly TypedExpression[]; readonly type: Type}[];
      /** An Integer, of all records together; null has none. */
      readonly limit: TypedExpression | null;
    })
  | (Node & {readonly kind: 'unsupported'; readonly code: DiagnosticCode; readonly message: string});

export type AssignableExpression = Extract<TypedExpression, {kind: 'local' | 'field' | 'property' | 'sobject field' | 'index'}>;

export type TypedLiteral =
  | {readonly kind: 'null'}
  | {readonly kind: 'boolean'; readonly value: boolean}
  | {readonly kind: 'integer'; readonly value: number}
  | {readonly kind: 'long'; readonly value: bigint}
  | {readonly kind: 'double' | 'decimal'; readonly text: string}
  | {readonly kind: 'string'; readonly value: string};
