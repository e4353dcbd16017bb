import {jsonFault, JsonReader, type JsonToken} from './json-reader.ts';

/** JSON as a tree, numbers as they are written. */
export type JsonNode =
  | null
  | boolean
  | string
  | JsonNumber
  | readonly JsonNode[]
  /** Members in their order; of a name that occurs twice, the last. */
  | ReadonlyMap<string, JsonNode>;

export class JsonNumber {
  readonly text: string;
  readonly isInteger: boolean;
  /** ` at [line:…, column:…]`, for messages. */
  readonly location: () => string;

  constructor(text: string, isInteger: boolean, location: () => string) {
    this.text = text;
    this.isInteger = isInteger;
    this.location = location;
  }
}

/** The first value of the text. Throws `System.JSONException`. */
export function parseJson(text: string): JsonNode {
  const reader = new JsonReader(text);
  return readNode(reader, required(reader.next()));
}

/** The value that begins with the token. */
export function readNode(reader: {next(): JsonToken | null; location(offset: number): string}, token: JsonToken): JsonNode {
  switch (token.kind) {
    case 'VALUE_STRING':
    case 'FIELD_NAME':
      return token.text;
    case 'VALUE_NUMBER_INT':
    case 'VALUE_NUMBER_FLOAT':
      return new JsonNumber(token.text, token.kind === 'VALUE_NUMBER_INT', () => reader.location(token.boundary));
    case 'VALUE_TRUE':
      return true;
    case 'VALUE_FALSE':
      return false;
    case 'VALUE_NULL':
      return null;
    case 'START_ARRAY': {
      const elements: JsonNode[] = [];
      for (let next = required(reader.next()); next.kind !== 'END_ARRAY'; next = required(reader.next()))
        elements.push(readNode(reader, next));
      return elements;
    }
    case 'START_OBJECT': {
      const members = new Map<string, JsonNode>();
      for (let name = required(reader.next()); name.kind !== 'END_OBJECT'; name = required(reader.next())) {
        members.set(name.text, readNode(reader, required(reader.next())));
      }
      return members;
    }
    case 'END_OBJECT':
    case 'END_ARRAY':
      throw jsonFault(`Unexpected ${token.text}`);
  }
}

function required(token: JsonToken | null): JsonToken {
  if (token === null) throw jsonFault('Unexpected end-of-input');
  return token;
}
