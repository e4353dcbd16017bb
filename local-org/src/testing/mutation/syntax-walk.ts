/** Every statement and expression of a tree, in the order of the source, with the member that holds it. */
import type {
  ClassDeclaration,
  CompilationUnit,
  EnumDeclaration,
  Expression,
  Statement,
  TriggerDeclaration,
  TypeReference,
} from '../../apex/syntax/ast.ts';
import type {Span} from '../../diagnostics/source-location.ts';

export type SyntaxNode = Statement | Expression | ClassDeclaration | EnumDeclaration;

/** A method, constructor, accessor, block of initialisation, or the body of a trigger. */
export interface Member {
  readonly span: Span;
  /** Null where nothing is returned. */
  readonly returnType: TypeReference | null;
}

export interface Visit {
  readonly node: SyntaxNode;
  /** Null for what no member holds: the value of a field, the class itself. */
  readonly member: Member | null;
}

export function walkSyntax(tree: CompilationUnit | TriggerDeclaration): Visit[] {
  const visits: Visit[] = [];
  const walk = (value: unknown, member: Member | null, propertyType: TypeReference | null) => {
    if (typeof value !== 'object' || value === null) return;
    if (isNode(value)) visits.push({node: value, member});
    const inner = isMember(value)
      ? {span: value.span, returnType: value.returnType ?? (value.kind === 'get' ? propertyType : null)}
      : member;
    const type = isProperty(value) ? value.type : propertyType;
    for (const child of Object.values(value)) walk(child, inner, type);
  };
  walk(tree, null, null);
  return visits;
}

const NODE_KINDS: ReadonlySet<string> = new Set<SyntaxNode['kind']>([
  'class',
  'enum',
  'if',
  'while',
  'do while',
  'for',
  'return',
  'expression statement',
  'dml',
  'merge',
  'binary',
  'update',
  'assignment',
  'conditional',
  'new',
  'member',
  'soql',
]);

const MEMBER_KINDS: ReadonlySet<string> = new Set(['method', 'constructor', 'get', 'set', 'initializer', 'trigger']);

function isNode(value: object): value is SyntaxNode {
  return hasKind(value, NODE_KINDS);
}

function isMember(value: object): value is {readonly kind: string; readonly span: Span; readonly returnType?: TypeReference | null} {
  return hasKind(value, MEMBER_KINDS);
}

function isProperty(value: object): value is {readonly kind: 'property'; readonly type: TypeReference} {
  return 'kind' in value && value.kind === 'property';
}

function hasKind(value: object, kinds: ReadonlySet<string>): boolean {
  return 'kind' in value && typeof value.kind === 'string' && kinds.has(value.kind) && 'span' in value;
}
