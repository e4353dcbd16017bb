/**
 * Reads Java class files (The Java Virtual Machine Specification, chapter 4), as far as signatures are concerned: no code, no annotations.
 */

/** Access flags of classes, fields and methods (JVMS tables 4.1-B, 4.5-A, 4.6-A). */
export const AccessFlag = {
  public: 0x0001,
  private: 0x0002,
  protected: 0x0004,
  static: 0x0008,
  final: 0x0010,
  bridge: 0x0040,
  interface: 0x0200,
  abstract: 0x0400,
  synthetic: 0x1000,
  enum: 0x4000,
} as const;

export interface ClassFile {
  readonly accessFlags: number;
  /** Internal form: `com/nawforce/runforce/System/List`. */
  readonly name: string;
  readonly superclass: string | null;
  readonly interfaces: readonly string[];
  /** The Signature attribute (JVMS 4.7.9.1), present where generics are involved. */
  readonly signature: string | null;
  readonly fields: readonly MemberInfo[];
  readonly methods: readonly MemberInfo[];
}

export interface MemberInfo {
  readonly accessFlags: number;
  readonly name: string;
  readonly descriptor: string;
  readonly signature: string | null;
  /** Of a method, in order, as far as the compiler recorded them (MethodParameters, else LocalVariableTable). */
  readonly parameterNames: readonly string[];
}

/** @throws Error where the bytes aren't a class file. */
export function readClassFile(bytes: Uint8Array): ClassFile {
  const reader = new ClassReader(bytes);
  if (reader.u4() !== 0xcafebabe) throw new Error('Not a Java class file: it does not start with CAFEBABE.');
  reader.skip(4);
  reader.readConstantPool();
  const accessFlags = reader.u2();
  const name = reader.className(reader.u2());
  const superclassIndex = reader.u2();
  const superclass = superclassIndex === 0 ? null : reader.className(superclassIndex);
  const interfaces = times(reader.u2(), () => reader.className(reader.u2()));
  const fields = times(reader.u2(), () => reader.readMember(0));
  const methods = times(reader.u2(), () => reader.readMember(1));
  let signature: string | null = null;
  reader.readAttributes((attribute) => {
    if (attribute === 'Signature') signature = reader.utf8(reader.u2());
  });
  return {accessFlags, name, superclass, interfaces, signature, fields, methods};
}

/** Sizes of the entries of the constant pool after their tag (JVMS table 4.4-A); Utf8 (1) says its own. */
const CONSTANT_SIZES: Readonly<Record<number, number>> = {
  3: 4,
  4: 4,
  5: 8,
  6: 8,
  7: 2,
  8: 2,
  9: 4,
  10: 4,
  11: 4,
  12: 4,
  15: 3,
  16: 2,
  17: 4,
  18: 4,
  19: 2,
  20: 2,
};

const decoder = new TextDecoder();

class ClassReader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #position = 0;
  /** Offset of each entry of the constant pool, after its tag. */
  #constants: number[] = [];

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  u1(): number {
    return this.#view.getUint8(this.#position++);
  }

  u2(): number {
    const value = this.#view.getUint16(this.#position);
    this.#position += 2;
    return value;
  }

  u4(): number {
    const value = this.#view.getUint32(this.#position);
    this.#position += 4;
    return value;
  }

  skip(count: number): void {
    this.#position += count;
  }

  readConstantPool(): void {
    const count = this.u2();
    this.#constants = new Array<number>(count).fill(0);
    for (let index = 1; index < count; index++) {
      const tag = this.u1();
      this.#constants[index] = this.#position;
      const size = tag === 1 ? 2 + this.#view.getUint16(this.#position) : CONSTANT_SIZES[tag];
      if (size === undefined) throw new Error(`Unknown constant ${String(tag)} in a class file.`);
      this.skip(size);
      // Long and Double take two entries.
      if (tag === 5 || tag === 6) index++;
    }
  }

  utf8(index: number): string {
    const offset = this.#offsetOf(index);
    const start = offset + 2;
    return decoder.decode(this.#bytes.subarray(start, start + this.#view.getUint16(offset)));
  }

  className(index: number): string {
    return this.utf8(this.#view.getUint16(this.#offsetOf(index)));
  }

  /** `firstLocal`: 1 for methods, whose slot 0 holds `this` unless they are static. */
  readMember(firstLocal: 0 | 1): MemberInfo {
    const accessFlags = this.u2();
    const name = this.utf8(this.u2());
    const descriptor = this.utf8(this.u2());
    let signature: string | null = null;
    let declared: readonly string[] = [];
    let locals: readonly string[] = [];
    this.readAttributes((attribute) => {
      if (attribute === 'Signature') signature = this.utf8(this.u2());
      else if (attribute === 'MethodParameters') declared = this.#readMethodParameters();
      else if (attribute === 'Code') locals = this.#readLocalsOfCode(accessFlags & AccessFlag.static ? 0 : firstLocal);
    });
    return {accessFlags, name, descriptor, signature, parameterNames: declared.length > 0 ? declared : locals};
  }

  /** Hands each attribute's name to `read` with the position at its content, and goes on behind it whatever `read` consumed. */
  readAttributes(read: (name: string) => void): void {
    const count = this.u2();
    for (let index = 0; index < count; index++) {
      const name = this.utf8(this.u2());
      const length = this.u4();
      const end = this.#position + length;
      read(name);
      this.#position = end;
    }
  }

  #readMethodParameters(): readonly string[] {
    return times(this.u1(), () => {
      const nameIndex = this.u2();
      this.skip(2);
      return nameIndex === 0 ? '' : this.utf8(nameIndex);
    });
  }

  /** Names from the LocalVariableTable of a Code attribute, by slot; parameters occupy the first ones, each one slot (all are references). */
  #readLocalsOfCode(firstLocal: number): readonly string[] {
    this.skip(4);
    this.skip(this.u4());
    this.skip(this.u2() * 8);
    const names: string[] = [];
    this.readAttributes((attribute) => {
      if (attribute !== 'LocalVariableTable') return;
      times(this.u2(), () => {
        this.skip(4);
        const name = this.utf8(this.u2());
        this.skip(2);
        const slot = this.u2() - firstLocal;
        if (slot >= 0) names[slot] = name;
      });
    });
    return names;
  }

  #offsetOf(index: number): number {
    const offset = this.#constants[index];
    if (offset === undefined || offset === 0) throw new Error(`A class file refers to constant ${String(index)}, which it doesn't have.`);
    return offset;
  }
}

function times<T>(count: number, make: () => T): T[] {
  const made: T[] = [];
  for (let index = 0; index < count; index++) made.push(make());
  return made;
}
