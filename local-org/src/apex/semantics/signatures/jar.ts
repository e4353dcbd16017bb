/**
 * A jar read entry by entry: the table of contents when it is opened (APPNOTE.TXT, ".ZIP File Format Specification", 4.3.12), each entry when it
 * is asked for. fflate inflates; its own `unzipSync` would go through thousands of entries for one.
 */
import {readFileSync} from 'node:fs';
import {inflateSync} from 'fflate';

const END_OF_CENTRAL_DIRECTORY = Buffer.from('PK\x05\x06', 'latin1');
const CENTRAL_FILE_HEADER = 0x02014b50;

export class Jar {
  readonly #bytes: Buffer;
  /** Offset of each entry's header in the central directory. */
  readonly #headers: ReadonlyMap<string, number>;

  /** @throws Error where the file is missing or isn't a zip archive. */
  constructor(path: string) {
    this.#bytes = readFileSync(path);
    this.#headers = readCentralDirectory(this.#bytes, path);
  }

  /** Paths of all entries. */
  get names(): Iterable<string> {
    return this.#headers.keys();
  }

  /** The content of an entry; null where there is none of that name. */
  read(name: string): Uint8Array | null {
    const header = this.#headers.get(name);
    if (header === undefined) return null;
    const bytes = this.#bytes;
    const compression = bytes.readUInt16LE(header + 10);
    const compressedSize = bytes.readUInt32LE(header + 20);
    const size = bytes.readUInt32LE(header + 24);
    const local = bytes.readUInt32LE(header + 42);
    // The local header repeats the name and may have extra fields of another length than the central one (4.3.7).
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const stored = bytes.subarray(start, start + compressedSize);
    return compression === 0 ? stored : inflateSync(stored, {out: new Uint8Array(size)});
  }
}

function readCentralDirectory(bytes: Buffer, path: string): ReadonlyMap<string, number> {
  const end = bytes.lastIndexOf(END_OF_CENTRAL_DIRECTORY);
  if (end < 0) throw new Error(`${path} is not a zip archive.`);
  const count = bytes.readUInt16LE(end + 10);
  let position = bytes.readUInt32LE(end + 16);
  const headers = new Map<string, number>();
  for (let index = 0; index < count; index++) {
    if (bytes.readUInt32LE(position) !== CENTRAL_FILE_HEADER) throw new Error(`${path}: its central directory is damaged.`);
    const nameLength = bytes.readUInt16LE(position + 28);
    headers.set(bytes.toString('latin1', position + 46, position + 46 + nameLength), position);
    position += 46 + nameLength + bytes.readUInt16LE(position + 30) + bytes.readUInt16LE(position + 32);
  }
  return headers;
}
