import {defineClass} from '../registry.ts';
import {ApexFault} from '../../runtime/fault.ts';
import {PlatformObject} from '../../runtime/platform-object.ts';

/** The iterator of a List or a Set. */
export class ApexIterator extends PlatformObject {
  readonly typeName = 'System.Iterator';
  readonly #elements: Iterator<unknown>;
  #next: IteratorResult<unknown, unknown>;

  constructor(elements: Iterable<unknown>) {
    super();
    this.#elements = elements[Symbol.iterator]();
    this.#next = this.#elements.next();
  }

  hasNext(): boolean {
    return this.#next.done !== true;
  }

  next(): unknown {
    if (this.#next.done === true) throw new ApexFault('System.NoSuchElementException', 'iterator has no more elements');
    const {value} = this.#next;
    this.#next = this.#elements.next();
    return value;
  }
}

/** Calls on an iterator whose class is known only at run time are dispatched to the project's class where it is one. */
export const iteratorClass = defineClass('System.Iterator', {
  'hasNext()': (rt, self: object) => (self instanceof ApexIterator ? self.hasNext() : rt.invoke(self, 'hasNext', [])),
  'next()': (rt, self: object) => (self instanceof ApexIterator ? self.next() : rt.invoke(self, 'next', [])),
});
