/** The runtime types of one generation of code: primitives, collections, objects of the schema, classes of the project and of the platform. */
import type {Schema} from '../../data/descriptor.ts';
import {ApexBlob} from './blob.ts';
import {ApexDate} from './date.ts';
import {ApexDatetime} from './datetime.ts';
import {Decimal} from './decimal.ts';
import {ApexDouble} from './double.ts';
import {ApexEnumValue} from './enum-value.ts';
import {ApexId} from './id.ts';
import {ApexList} from './list.ts';
import {PlatformObject} from './platform-object.ts';
import {isPrimitiveInstance} from './primitive-instance.ts';
import type {InstanceField, RuntimeType, RuntimeTypeKind, RuntimeTypes} from './runtime-type.ts';
import {SObject} from './sobject.ts';
import {ApexTime} from './time.ts';
import {parseTypeName, type TypeName} from './type-name.ts';

/** What the table needs to know of a class, by names alone. */
export interface TypeFacts {
  /** As `Type.getName()` gives it. */
  readonly name: string;
  readonly kind: 'class' | 'interface' | 'enum';
  readonly typeParameters: readonly string[];
  /** Superclass and interfaces, with type arguments: `Iterator<T>`. */
  readonly supertypes: readonly string[];
  /** Names of enum constants, in their order. */
  readonly constants: readonly string[];
}

export interface TypeEnvironment {
  readonly schema: Schema;
  /** Of a class of the project by its lower-case qualified name. */
  sourceClass(name: string): TypeFacts | null;
  /** Of a class of the platform by its full name in any spelling (`system.pattern`). */
  platformClass(name: string): TypeFacts | null;
  newInstance(type: RuntimeType): unknown;
  instanceFields(type: RuntimeType): readonly InstanceField[];
  allocate(type: RuntimeType): object;
}

const PRIMITIVES = ['Blob', 'Boolean', 'Date', 'Datetime', 'Decimal', 'Double', 'Id', 'Integer', 'Long', 'String', 'Time'];

export class TypeTable implements RuntimeTypes {
  readonly #environment: TypeEnvironment;
  readonly #byName = new Map<string, Node>();
  readonly #enums = new Map<RuntimeType, readonly ApexEnumValue[]>();
  readonly #object: Node;
  readonly #integer: Node;
  readonly #string: Node;
  readonly #boolean: Node;
  readonly #long: Node;
  /** By descriptor name, so that asking a record for its type is one look-up. */
  readonly #objects = new Map<string, RuntimeType>();

  constructor(environment: TypeEnvironment) {
    this.#environment = environment;
    for (const name of PRIMITIVES) this.#add(name, new Node(this, 'primitive', name, [], []));
    this.#object = this.#add('Object', new Node(this, 'object', 'Object', [], []));
    this.#byName.set(' any', this.#object);
    this.#add('SObject', new Node(this, 'sobject', 'SObject', [], []));
    this.#integer = this.#node('Integer');
    this.#string = this.#node('String');
    this.#boolean = this.#node('Boolean');
    this.#long = this.#node('Long');
  }

  get(name: string): RuntimeType {
    const type = this.#node(name, false);
    if (type === null) throw new Error(`There is no type ${name} in this generation of code.`);
    return type;
  }

  object(name: string): RuntimeType {
    return this.get(this.#nameOfObject(name));
  }

  find(name: string): RuntimeType | null {
    return this.#node(name.trim(), false);
  }

  list(element: RuntimeType): RuntimeType {
    return this.#collection('List', [element]);
  }

  set(element: RuntimeType): RuntimeType {
    return this.#collection('Set', [element]);
  }

  map(key: RuntimeType, value: RuntimeType): RuntimeType {
    return this.#collection('Map', [key, value]);
  }

  newInstance(type: RuntimeType): unknown {
    return this.#environment.newInstance(type);
  }

  instanceFields(type: RuntimeType): readonly InstanceField[] {
    return this.#environment.instanceFields(type);
  }

  allocate(type: RuntimeType): object {
    return this.#environment.allocate(type);
  }

  enumValues(name: string): readonly ApexEnumValue[] {
    const type = this.#node(name);
    let values = this.#enums.get(type);
    if (values === undefined) {
      values = type.constants.map((constant, ordinal) => new ApexEnumValue(type, constant, ordinal));
      this.#enums.set(type, values);
    }
    return values;
  }

  enumValue(type: string, constant: string): ApexEnumValue {
    const key = constant.toLowerCase();
    const value = this.enumValues(type).find(({name}) => name.toLowerCase() === key);
    if (value === undefined) throw new Error(`The enum ${type} has no constant ${constant}.`);
    return value;
  }

  /** The type of a value. An Id that is typed as such at compile time is text here. */
  typeOf(value: unknown): RuntimeType {
    switch (typeof value) {
      case 'string':
        return this.#string;
      case 'number':
        return this.#integer;
      case 'boolean':
        return this.#boolean;
      case 'bigint':
        return this.#long;
      default:
        return value === null || value === undefined ? this.#object : this.#typeOfObject(value);
    }
  }

  #typeOfObject(value: object): RuntimeType {
    if (value instanceof SObject) return this.#typeOfRecord(value);
    if ('type' in value && value.type instanceof Node) return value.type;
    if (value instanceof PlatformObject) return this.get(value.typeName);
    if (value instanceof Decimal) return this.#node('Decimal');
    if (value instanceof ApexDouble) return this.#node('Double');
    if (value instanceof ApexId) return this.#node('Id');
    if (value instanceof ApexDatetime) return this.#node('Datetime');
    if (value instanceof ApexDate) return this.#node('Date');
    if (value instanceof ApexTime) return this.#node('Time');
    if (value instanceof ApexBlob) return this.#node('Blob');
    throw new Error(`A value that isn't Apex's was met: ${Object.prototype.toString.call(value)}`);
  }

  #typeOfRecord({descriptor}: SObject): RuntimeType {
    let type = this.#objects.get(descriptor.name);
    if (type === undefined) {
      type = this.object(descriptor.name);
      this.#objects.set(descriptor.name, type);
    }
    return type;
  }

  /** With its namespace where a class of the project has the name. */
  #nameOfObject(name: string): string {
    return this.#environment.sourceClass(name.toLowerCase()) === null ? name : `Schema.${name}`;
  }

  #collection(name: string, elements: readonly RuntimeType[]): RuntimeType {
    return this.get(`${name}<${elements.map((element) => element.name).join(',')}>`);
  }

  #node(name: string): Node;
  #node(name: string, required: boolean): Node | null;
  #node(name: string, required = true): Node | null {
    const known = this.#byName.get(name);
    if (known !== undefined) return known;
    const parsed = parseTypeName(name);
    const made = parsed === null ? null : this.#make(parsed);
    if (made !== null) this.#byName.set(name, made);
    else if (required) throw new Error(`There is no type ${name} in this generation of code.`);
    return made;
  }

  /** One object a type, whatever the spelling it was asked for with. */
  #add(name: string, type: Node): Node {
    const key = ' ' + name.toLowerCase();
    const known = this.#byName.get(key);
    if (known !== undefined) return known;
    this.#byName.set(key, type);
    this.#byName.set(type.name, type);
    return type;
  }

  #make({name, arguments: typeArguments}: TypeName): Node | null {
    const key = name.toLowerCase();
    const bare = key.startsWith('system.') ? key.slice('system.'.length) : key;
    const elements: RuntimeType[] = [];
    for (const argument of typeArguments.length === 0 ? (RAW_COLLECTIONS[bare] ?? []) : typeArguments) {
      const element = this.#make(argument);
      if (element === null) return null;
      elements.push(element);
    }
    const text = elements.length === 0 ? '' : `<${elements.map((element) => element.name).join(',')}>`;
    if (elements.length === 0) {
      const source = this.#environment.sourceClass(key);
      if (source !== null) return this.#add(source.name, new Node(this, source.kind, source.name, [], source.supertypes, source.constants));
      const builtIn = this.#byName.get(' ' + bare);
      if (builtIn !== undefined) return builtIn;
    }
    if (bare === 'list' || bare === 'set' || bare === 'map') {
      const spelling = bare === 'list' ? 'List' : bare === 'set' ? 'Set' : 'Map';
      const supertypes = bare === 'map' ? [] : [`System.Iterable${text}`];
      return this.#add(spelling + text, new Node(this, bare, spelling + text, elements, supertypes));
    }
    const objectName = key.startsWith('schema.') ? name.slice('schema.'.length) : name;
    const object = this.#environment.schema.object(objectName);
    if (object !== null) {
      const qualified = this.#nameOfObject(object.name);
      return this.#add(qualified, new Node(this, 'sobject', qualified, [], ['SObject']));
    }
    return this.#platform(name, elements, text);
  }

  #platform(name: string, elements: readonly RuntimeType[], text: string): Node | null {
    const facts =
      this.#environment.platformClass(name) ??
      this.#environment.platformClass('System.' + name) ??
      this.#environment.platformClass('Schema.' + name);
    if (facts === null) return null;
    const bindings = new Map(facts.typeParameters.map((parameter, index) => [parameter, elements[index]?.name ?? 'Object']));
    const supertypes = facts.supertypes.map((type) => type.replaceAll(/\b[A-Z]\w*\b/g, (word) => bindings.get(word) ?? word));
    const kind = facts.kind === 'class' ? 'platform' : facts.kind;
    return this.#add(facts.name + text, new Node(this, kind, facts.name + text, elements, supertypes, facts.constants));
  }
}

/** `Type.forName('List')` is a List of Objects; messages call Object `ANY`, and that is a name for it too (apex-mockery's TypeMatchable relies on both). */
const ANY: TypeName = {name: 'Object', arguments: []};
const RAW_COLLECTIONS: Readonly<Record<string, readonly TypeName[] | undefined>> = {list: [ANY], set: [ANY], map: [ANY, ANY]};

class Node implements RuntimeType {
  readonly kind: RuntimeTypeKind;
  readonly name: string;
  readonly arguments: readonly RuntimeType[];
  readonly constants: readonly string[];
  readonly #table: TypeTable;
  readonly #declared: readonly string[];
  #supertypes: ReadonlySet<RuntimeType> | null = null;

  constructor(
    table: TypeTable,
    kind: RuntimeTypeKind,
    name: string,
    typeArguments: readonly RuntimeType[],
    supertypes: readonly string[],
    constants: readonly string[] = [],
  ) {
    this.#table = table;
    this.kind = kind;
    this.name = name;
    this.arguments = typeArguments;
    this.constants = constants;
    this.#declared = supertypes;
  }

  isInstance(value: unknown): boolean {
    if (value === null) return false;
    if (this.kind === 'list' && value instanceof ApexList && isListOfAnything(value) && this.arguments[0]?.kind === 'sobject') return true;
    return this.kind === 'primitive' ? isPrimitiveInstance(this.name, value) : this.isAssignableFrom(this.#table.typeOf(value));
  }

  isAssignableFrom(other: RuntimeType): boolean {
    if (this === other || this.kind === 'object') return true;
    if (!(other instanceof Node)) return false;
    if (other.supertypes.has(this)) return true;
    if (this.arguments.length === 0) return false;
    return this.#covers(other) || [...other.supertypes].some((supertype) => this.#covers(supertype));
  }

  /** `List<SObject>` covers `List<Lead>`; Sets and the keys of Maps are covered by their own type alone. */
  #covers(other: RuntimeType): boolean {
    return (
      baseName(other) === baseName(this) &&
      this.arguments.every((argument, index) => {
        const given = other.arguments[index];
        const isFixed = this.kind === 'set' || (this.kind === 'map' && index === 0);
        return given !== undefined && (isFixed ? argument === given : argument.isAssignableFrom(given));
      })
    );
  }

  get supertypes(): ReadonlySet<RuntimeType> {
    if (this.#supertypes === null) {
      const all = new Set<RuntimeType>();
      for (const name of this.#declared) {
        const type = this.#table.get(name);
        all.add(type);
        if (type instanceof Node) for (const further of type.supertypes) all.add(further);
      }
      this.#supertypes = all;
    }
    return this.#supertypes;
  }
}

/**
 * A List<SObject> is an instance of a List of any object, "which can be a list of anything" (observed: the tests of apex-fp, SObjectCollectionTest.testListTyping).
 */
function isListOfAnything({type}: ApexList): boolean {
  return type.arguments[0]?.name === 'SObject';
}

function baseName(type: RuntimeType): string {
  const at = type.name.indexOf('<');
  return at < 0 ? type.name : type.name.slice(0, at);
}
