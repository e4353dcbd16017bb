/** The entry of the code generator: one typed unit becomes one script and what must be known of it. */
import type {Diagnostic} from '../../diagnostics/diagnostic.ts';
import type {SObjectDescriptor} from '../../data/descriptor.ts';
import type {TypedAnonymous, TypedBlock, TypedClass, TypedTrigger} from '../semantics/typed-tree.ts';
import {classInfos} from './class-info.ts';
import {emitClass} from './classes.ts';
import {UnitContext, type CodegenOptions} from './context.ts';
import {emitFunction} from './functions.ts';
import type {References} from './references.ts';
import {emitStaticInitializer, emitStaticMembers} from './statics.ts';
import type {GeneratedUnit, TriggerInfo} from './unit.ts';

export type TypedUnit = TypedClass | TypedTrigger | TypedAnonymous;

export interface Generated {
  readonly unit: GeneratedUnit;
  /** What the library lacks (U…). */
  readonly diagnostics: readonly Diagnostic[];
}

export function generate(typed: TypedUnit, options: CodegenOptions): Generated {
  switch (typed.kind) {
    case 'class':
    case 'interface':
    case 'enum':
      return generateClass(typed, options);
    case 'trigger':
      return generateTrigger(typed, options);
    case 'anonymous':
      return generateAnonymous(typed, options);
  }
}

function generateClass(typed: TypedClass, options: CodegenOptions): Generated {
  const unit = new UnitContext(typed.path, typed.symbol, options);
  writeScript(unit, typed, null);
  return finish(unit, 'class', typed.symbol.qualifiedName, typed, null);
}

function generateTrigger(typed: TypedTrigger, options: CodegenOptions): Generated {
  const unit = new UnitContext(typed.path, null, options);
  writeScript(unit, null, {label: `Trigger.${typed.name}`, body: typed.body});
  return finish(unit, 'trigger', typed.name, null, triggerInfo(typed.object, typed.events));
}

function generateAnonymous(typed: TypedAnonymous, options: CodegenOptions): Generated {
  const unit = new UnitContext(typed.path, typed.container?.symbol ?? null, options);
  writeScript(unit, typed.container, {label: 'AnonymousBlock', body: typed.body});
  return finish(unit, 'anonymous', 'AnonymousBlock', typed.container, null);
}

function triggerInfo(object: SObjectDescriptor, events: TypedTrigger['events']): TriggerInfo {
  return {object: object.name, events};
}

/**
 * The script is a function expression. The linker calls it once for each org with the runtime, the watchdog, the counters of lines and the index of the
 * class's statics; then it defines the classes, binds the references and may run.
 */
function writeScript(unit: UnitContext, typed: TypedClass | null, main: {readonly label: string; readonly body: TypedBlock} | null): void {
  const {writer} = unit;
  writer.write(`(function ($rt, $fuel, $c, $index) { 'use strict';`);
  const variables = writer.reserve();
  writer.write('let $S = null; const classes = []; const statics = {}; let run = null;');
  if (typed !== null) {
    needSupertypes(unit.references, typed);
    emitStaticInitializer(unit, typed);
    emitStatics(unit, typed);
    emitClass(unit, typed);
  }
  if (main !== null) {
    emitFunction(
      unit,
      {head: 'run = function ', label: main.label, owner: typed?.symbol ?? null, isStatic: true, parameters: [], statements: [main.body]},
      (cx) => {
        cx.block(main.body);
      },
    );
    writer.write(';');
  }
  const names = unit.references.all.map((_, index) => `$${String(index)}`);
  const bind = names.length === 0 ? '' : `[${names.join(', ')}] = values;`;
  const initialize = typed === null ? 'null' : '() => $S ?? $init()';
  writer.write(`return {classes, statics, run, bind(values) { ${bind} }, useStatics(values) { $S = values; }, initialize: ${initialize}};`);
  writer.write('})');
  const declared = [...names, ...(typed === null ? [] : classNames(unit, typed))];
  writer.fill(variables, declared.length === 0 ? '' : `let ${declared.join(', ')};`);
}

function needSupertypes(references: References, {symbol, innerTypes}: TypedClass): void {
  for (const type of [symbol.superclass, ...symbol.interfaces]) if (type !== null) references.need(type);
  for (const inner of innerTypes) needSupertypes(references, inner);
}

function emitStatics(unit: UnitContext, typed: TypedClass): void {
  emitStaticMembers(unit, typed);
  for (const inner of typed.innerTypes) emitStatics(unit, inner);
}

function classNames(unit: UnitContext, typed: TypedClass): readonly string[] {
  const own = typed.kind === 'class' ? [unit.className(typed.symbol)] : [];
  return [...own, ...typed.innerTypes.flatMap((inner) => classNames(unit, inner))];
}

function finish(
  unit: UnitContext,
  kind: GeneratedUnit['kind'],
  name: string,
  typed: TypedClass | null,
  trigger: TriggerInfo | null,
): Generated {
  const classes = typed === null ? [] : classInfos(typed);
  const generated: GeneratedUnit = {
    path: unit.path,
    kind,
    name,
    code: unit.writer.code,
    lines: unit.writer.lines,
    methods: unit.writer.methods,
    references: unit.references.all,
    classes,
    trigger,
    coverable: [...unit.coverable].sort((left, right) => left - right),
    countsLines: unit.options.countLines,
    needs: [...unit.references.needed],
  };
  return {unit: generated, diagnostics: unit.diagnostics};
}
