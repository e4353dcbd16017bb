import type {Emission} from './context.ts';

/** The first line of a statement: counted, where lines are counted. */
export function line(cx: Emission, sourceLine: number, text: string): void {
  cx.unit.writer.write(counter(cx, sourceLine) + text, sourceLine);
}

/** The counter of a line, to be put before a statement. */
export function counter(cx: Emission, sourceLine: number): string {
  if (sourceLine === 0) return '';
  cx.unit.coverable.add(sourceLine);
  return cx.unit.options.countLines ? `$c[${String(sourceLine)}]++; ` : '';
}
