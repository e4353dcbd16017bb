import {required} from '../arguments.ts';
import {jsonFault} from '../json/json-reader.ts';
import {JsonWriter} from '../json/json-writer.ts';
import {serialize} from '../json/serialize.ts';
import {defineClass, type Implementation} from '../registry.ts';
import {PlatformObject} from '../../runtime/platform-object.ts';
import type {Runtime} from '../../runtime/runtime.ts';

export class ApexJsonGenerator extends PlatformObject {
  readonly typeName = 'System.JSONGenerator';
  readonly #writer: JsonWriter;
  isClosed = false;

  constructor(isPretty: boolean) {
    super();
    this.#writer = new JsonWriter(isPretty);
  }

  /** The writer, as long as the generator isn't closed. */
  get writer(): JsonWriter {
    if (this.isClosed) throw jsonFault('Generator is closed');
    return this.#writer;
  }

  get written(): string {
    return this.#writer.text;
  }
}

/** Writers of values by the middle of their names: `writeString`, `writeStringField`. */
const VALUES: readonly (readonly [string, string])[] = [
  ['Blob', 'Blob'],
  ['Boolean', 'Boolean'],
  ['Date', 'Date'],
  ['DateTime', 'Datetime'],
  ['Id', 'Id'],
  ['Number', 'Decimal'],
  ['Number', 'Double'],
  ['Number', 'Integer'],
  ['Number', 'Long'],
  ['Object', 'Object'],
  ['String', 'String'],
  ['Time', 'Time'],
];

const members: Record<string, Implementation> = {
  'close()': (_rt, self: ApexJsonGenerator) => {
    self.isClosed = true;
  },
  'getAsString()': (_rt, self: ApexJsonGenerator) => self.written,
  'isClosed()': (_rt, self: ApexJsonGenerator) => self.isClosed,
  'writeEndArray()': (_rt, self: ApexJsonGenerator) => {
    self.writer.endArray();
  },
  'writeEndObject()': (_rt, self: ApexJsonGenerator) => {
    self.writer.endObject();
  },
  'writeFieldName(String)': (_rt, self: ApexJsonGenerator, name: string | null) => {
    self.writer.name(required(name));
  },
  'writeNull()': (_rt, self: ApexJsonGenerator) => {
    self.writer.raw('null');
  },
  'writeNullField(String)': (_rt, self: ApexJsonGenerator, name: string | null) => {
    self.writer.name(required(name));
    self.writer.raw('null');
  },
  'writeStartArray()': (_rt, self: ApexJsonGenerator) => {
    self.writer.startArray();
  },
  'writeStartObject()': (_rt, self: ApexJsonGenerator) => {
    self.writer.startObject();
  },
};

for (const [name, type] of VALUES) {
  members[`write${name}(${type})`] = (rt: Runtime, self: ApexJsonGenerator, value: unknown) => {
    serialize(rt, self.writer, value, false);
  };
  members[`write${name}Field(String,${type})`] = (rt: Runtime, self: ApexJsonGenerator, field: string | null, value: unknown) => {
    self.writer.name(required(field));
    serialize(rt, self.writer, value, false);
  };
}

/** Apex Reference Guide, "JSONGenerator Class". */
export const jsonGeneratorClass = defineClass('System.JSONGenerator', members);
