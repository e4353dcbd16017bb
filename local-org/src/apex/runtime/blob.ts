/** An Apex Blob: bytes. Immutable. */
export class ApexBlob {
  #bytes: Uint8Array | (() => Uint8Array);

  /** @param bytes or what reads them when they are first asked for */
  constructor(bytes: Uint8Array | (() => Uint8Array)) {
    this.#bytes = bytes;
  }

  get bytes(): Uint8Array {
    if (typeof this.#bytes === 'function') this.#bytes = this.#bytes();
    return this.#bytes;
  }

  static fromText(text: string): ApexBlob {
    return new ApexBlob(Buffer.from(text, 'utf8'));
  }

  get size(): number {
    return this.bytes.length;
  }

  /** The bytes as UTF-8 text, or null if they aren't. */
  toText(): string | null {
    try {
      return decoder.decode(this.bytes);
    } catch {
      return null;
    }
  }

  toBase64(): string {
    return Buffer.from(this.bytes).toString('base64');
  }

  equals(other: ApexBlob): boolean {
    return Buffer.compare(this.bytes, other.bytes) === 0;
  }
}

const decoder = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true});
