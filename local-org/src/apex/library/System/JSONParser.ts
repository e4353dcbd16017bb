import {required} from '../arguments.ts';
import {typedOf} from '../json/deserialize.ts';
import {primitiveOf} from '../json/deserialize-primitive.ts';
import {jsonFault, JsonReader, type JsonToken} from '../json/json-reader.ts';
import {readNode} from '../json/json-tree.ts';
import {defineClass} from '../registry.ts';
import type {ApexType} from './Type.ts';
import type {ApexEnumValue} from '../../runtime/enum-value.ts';
import {PlatformObject} from '../../runtime/platform-object.ts';
import type {Runtime} from '../../runtime/runtime.ts';

export class ApexJsonParser extends PlatformObject {
  readonly typeName = 'System.JSONParser';
  readonly #reader: JsonReader;
  /** Names of the members in which the parser is, by depth; null where there is none. */
  readonly #names: (string | null)[] = [null];
  current: JsonToken | null = null;
  lastCleared: JsonToken | null = null;

  constructor(text: string) {
    super();
    this.#reader = new JsonReader(text);
  }

  /** The name of the member whose name or value is current. */
  get name(): string | null {
    const isOpening = this.current?.kind === 'START_OBJECT' || this.current?.kind === 'START_ARRAY';
    return this.#names.at(isOpening ? -2 : -1) ?? null;
  }

  next(): JsonToken | null {
    const token = this.#reader.next();
    this.current = token;
    if (token?.kind === 'FIELD_NAME') this.#names[this.#names.length - 1] = token.text;
    if (token?.kind === 'START_OBJECT' || token?.kind === 'START_ARRAY') this.#names.push(null);
    if (token?.kind === 'END_OBJECT' || token?.kind === 'END_ARRAY') this.#names.pop();
    return token;
  }

  location(offset: number): string {
    return this.#reader.location(offset);
  }

  /** The token at which a value can be read. */
  get value(): JsonToken {
    if (this.current === null) throw jsonFault('No current token: nextToken() has not been called, or the end was reached.');
    return this.current;
  }
}

/** Apex Reference Guide, "JSONParser Class". */
export const jsonParserClass = defineClass('System.JSONParser', {
  'clearCurrentToken()': (_rt, self: ApexJsonParser) => {
    if (self.current !== null) self.lastCleared = self.current;
    self.current = null;
  },
  'getBlobValue()': (rt, self: ApexJsonParser) => read(rt, self, 'Blob'),
  'getBooleanValue()': (rt, self: ApexJsonParser) => read(rt, self, 'Boolean'),
  'getCurrentName()': (_rt, self: ApexJsonParser) => self.name,
  'getCurrentToken()': (rt, self: ApexJsonParser) => tokenOf(rt, self.current),
  'getDateTimeValue()': (rt, self: ApexJsonParser) => read(rt, self, 'Datetime'),
  'getDateValue()': (rt, self: ApexJsonParser) => read(rt, self, 'Date'),
  'getDecimalValue()': (rt, self: ApexJsonParser) => read(rt, self, 'Decimal'),
  'getDoubleValue()': (rt, self: ApexJsonParser) => read(rt, self, 'Double'),
  'getIdValue()': (rt, self: ApexJsonParser) => read(rt, self, 'Id'),
  'getIntegerValue()': (rt, self: ApexJsonParser) => read(rt, self, 'Integer'),
  'getLastClearedToken()': (rt, self: ApexJsonParser) => tokenOf(rt, self.lastCleared),
  'getLongValue()': (rt, self: ApexJsonParser) => read(rt, self, 'Long'),
  'getText()': (_rt, self: ApexJsonParser) => self.current?.text ?? null,
  'getTimeValue()': (rt, self: ApexJsonParser) => read(rt, self, 'Time'),
  'hasCurrentToken()': (_rt, self: ApexJsonParser) => self.current !== null,
  'nextToken()': (rt, self: ApexJsonParser) => tokenOf(rt, self.next()),
  'nextValue()': (rt, self: ApexJsonParser) => {
    const token = self.next();
    return tokenOf(rt, token?.kind === 'FIELD_NAME' ? self.next() : token);
  },
  'readValueAs(Type)': (rt, self: ApexJsonParser, type: ApexType | null) => readAs(rt, self, required(type), false),
  'readValueAsStrict(Type)': (rt, self: ApexJsonParser, type: ApexType | null) => readAs(rt, self, required(type), true),
  'skipChildren()': (_rt, self: ApexJsonParser) => {
    const kind = self.current?.kind;
    if (kind !== 'START_OBJECT' && kind !== 'START_ARRAY') return;
    for (let depth = 1; depth > 0;) {
      const next = self.next()?.kind;
      if (next === undefined) return;
      if (next === 'START_OBJECT' || next === 'START_ARRAY') depth++;
      else if (next === 'END_OBJECT' || next === 'END_ARRAY') depth--;
    }
  },
});

function tokenOf(rt: Runtime, token: JsonToken | null): ApexEnumValue | null {
  return token === null ? null : rt.types.enumValue('System.JSONToken', token.kind);
}

function read(rt: Runtime, parser: ApexJsonParser, type: string): unknown {
  const node = readNode(parser, scalar(parser.value));
  return node === null ? null : primitiveOf(rt, node, type);
}

function scalar(token: JsonToken): JsonToken {
  if (token.kind.startsWith('START') || token.kind.startsWith('END')) {
    throw jsonFault(`Current token (${token.kind}) is not a value that can be read as a primitive.`);
  }
  return token;
}

/** From the current token on, which a value's name may precede; the last token of the value is current afterwards. */
function readAs(rt: Runtime, parser: ApexJsonParser, type: ApexType, isStrict: boolean): unknown {
  const current = parser.current ?? parser.next();
  const token = current?.kind === 'FIELD_NAME' ? parser.next() : current;
  if (token === null) throw jsonFault('No content to map to Object due to end of input');
  return typedOf(rt, readNode(parser, token), type.runtimeType, isStrict);
}
