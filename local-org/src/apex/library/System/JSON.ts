import {required} from '../arguments.ts';
import {requireBeginning, typedOf, untypedOf} from '../json/deserialize.ts';
import {parseJson} from '../json/json-tree.ts';
import {JsonWriter} from '../json/json-writer.ts';
import {serialize} from '../json/serialize.ts';
import {defineClass} from '../registry.ts';
import {ApexJsonGenerator} from './JSONGenerator.ts';
import {ApexJsonParser} from './JSONParser.ts';
import type {ApexType} from './Type.ts';
import type {Runtime} from '../../runtime/runtime.ts';

type Text = string | null;

/** Apex Reference Guide, "JSON Class". */
export const jsonClass = defineClass('System.JSON', {
  'createGenerator(Boolean)': (_rt, pretty: boolean | null) => new ApexJsonGenerator(required(pretty)),
  'createParser(String)': (_rt, text: Text) => new ApexJsonParser(required(text)),
  'deserialize(String,Type)': (rt, text: Text, type: ApexType | null) => deserialize(rt, required(text), required(type), false),
  'deserializeStrict(String,Type)': (rt, text: Text, type: ApexType | null) => deserialize(rt, required(text), required(type), true),
  'deserializeUntyped(String)': (rt, text: Text) => untypedOf(rt, parseJson(required(text))),
  'serialize(Object)': (rt, value: unknown) => textOf(rt, value, false, false),
  'serialize(Object,Boolean)': (rt, value: unknown, suppressNulls: boolean | null) => textOf(rt, value, required(suppressNulls), false),
  'serializePretty(Object)': (rt, value: unknown) => textOf(rt, value, false, true),
  'serializePretty(Object,Boolean)': (rt, value: unknown, suppressNulls: boolean | null) =>
    textOf(rt, value, required(suppressNulls), true),
});

function deserialize(rt: Runtime, text: string, {runtimeType}: ApexType, isStrict: boolean): unknown {
  requireBeginning(text, runtimeType);
  return typedOf(rt, parseJson(text), runtimeType, isStrict);
}

function textOf(rt: Runtime, value: unknown, suppressNulls: boolean, isPretty: boolean): string {
  const writer = new JsonWriter(isPretty);
  serialize(rt, writer, value, suppressNulls);
  return writer.text;
}
