/** The files and texts that are compiled each on its own: classes, triggers, anonymous blocks. */
import type {
  AnonymousBlockMemberContext,
  AnonymousUnitContext,
  CompilationUnitContext,
  TriggerBlockMemberContext,
  TriggerCaseContext,
  TriggerUnitContext,
} from '@apexdevtools/apex-parser';
import type {Span} from '../../diagnostics/source-location.ts';
import type {AnonymousUnit, Block, ClassMember, CompilationUnit, Statement, TriggerDeclaration, TriggerEvent} from './ast.ts';
import {memberDeclaration, typeDeclaration} from './declarations.ts';
import {optional} from './source-text.ts';
import type {SourceText} from './source-text.ts';
import {statement} from './statements.ts';

export function compilationUnit(context: CompilationUnitContext, source: SourceText): CompilationUnit {
  return typeDeclaration(context.typeDeclaration(), source);
}

export function triggerUnit(context: TriggerUnitContext, source: SourceText): TriggerDeclaration {
  const written = context.triggerBlock();
  return {
    kind: 'trigger',
    name: source.identifier(context.id(0)),
    object: source.identifier(context.id(1)),
    events: context.triggerCase_list().map((event) => ({name: triggerEvent(event, source), span: source.span(event)})),
    ...body(written.triggerBlockMember_list(), source.span(written), source),
    span: source.between(context.start, written.stop ?? written.start),
  };
}

function triggerEvent(context: TriggerCaseContext, source: SourceText): TriggerEvent {
  return source.written(context).toLowerCase().replace(/\s+/g, ' ') as TriggerEvent;
}

export function anonymousUnit(context: AnonymousUnitContext, source: SourceText): AnonymousUnit {
  const span: Span = {line: 1, column: 1, start: 0, end: source.text.length};
  return {kind: 'anonymous', ...body(context.anonymousBlock().anonymousBlockMember_list(), span, source), span};
}

/** Variables are statements of the body, in their place among the others: the grammar calls them fields where they stand outermost. */
function body(
  contexts: readonly (TriggerBlockMemberContext | AnonymousBlockMemberContext)[],
  span: Span,
  source: SourceText,
): {readonly body: Block; readonly members: readonly ClassMember[]} {
  const statements: Statement[] = [];
  const members: ClassMember[] = [];
  for (const context of contexts) {
    const written = optional(context.statement());
    if (written !== null) {
      statements.push(statement(written, source));
      continue;
    }
    const declared = 'triggerMemberDeclaration' in context ? context.triggerMemberDeclaration() : context.anonymousMemberDeclaration();
    const member = memberDeclaration(declared, context.modifier_list(), source.span(context), source);
    if (member.kind === 'field') statements.push({...member, kind: 'local'});
    else members.push(member);
  }
  return {body: {kind: 'block', statements, span}, members};
}
