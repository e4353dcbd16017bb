import {required} from '../arguments.ts';
import {defineClass} from '../registry.ts';
import {ApexBlob} from '../../runtime/blob.ts';
import {invalidParameter, stringFault} from '../../runtime/fault.ts';
import {UnsupportedError} from '../../runtime/unsupported.ts';

/** Apex Reference Guide, "EncodingUtil Class". */
export const encodingUtilClass = defineClass('System.EncodingUtil', {
  'base64Decode(String)': (_rt, text: string | null) => decodeBase64(required(text)),
  'base64Encode(Blob)': (_rt, blob: ApexBlob | null) => required(blob).toBase64(),
  'convertFromHex(String)': (_rt, text: string | null) => decodeHex(required(text)),
  'convertToHex(Blob)': (_rt, blob: ApexBlob | null) => Buffer.from(required(blob).bytes).toString('hex'),
  'urlDecode(String,String)': (_rt, text: string | null, charset: string | null) => decodeUrl(required(text), charsetOf(required(charset))),
  'urlEncode(String,String)': (_rt, text: string | null, charset: string | null) => encodeUrl(required(text), charsetOf(required(charset))),
});

export function decodeBase64(text: string): ApexBlob {
  const wrong = /[^A-Za-z0-9+/=\s]/.exec(text);
  if (wrong !== null) throw stringFault(`Unrecognized base64 character: ${wrong[0]}`);
  return new ApexBlob(Buffer.from(text, 'base64'));
}

function decodeHex(text: string): ApexBlob {
  if (text.length % 2 !== 0) throw invalidParameter('Odd number of characters.');
  const wrong = /[^0-9A-Fa-f]/.exec(text);
  if (wrong !== null) throw invalidParameter(`Illegal hexadecimal character ${wrong[0]} at index ${String(wrong.index)}`);
  return new ApexBlob(Buffer.from(text, 'hex'));
}

function charsetOf(name: string): 'utf8' | 'latin1' {
  const key = name.toUpperCase();
  if (key === 'UTF-8' || key === 'UTF8') return 'utf8';
  if (key === 'ISO-8859-1') return 'latin1';
  throw new UnsupportedError(`U304 The character set "${name}" is not supported.`);
}

/** Java's `URLEncoder`: `application/x-www-form-urlencoded`. */
function encodeUrl(text: string, charset: 'utf8' | 'latin1'): string {
  let encoded = '';
  for (const byte of Buffer.from(text, charset)) {
    const character = String.fromCharCode(byte);
    if (byte === 0x20) encoded += '+';
    else if (/[A-Za-z0-9.*_-]/.test(character)) encoded += character;
    else encoded += '%' + byte.toString(16).toUpperCase().padStart(2, '0');
  }
  return encoded;
}

function decodeUrl(text: string, charset: 'utf8' | 'latin1'): string {
  return text.replaceAll('+', ' ').replace(/(?:%[0-9A-Fa-f]{2})+|%/g, (escapes) => {
    if (escapes === '%') throw invalidParameter('URLDecoder: Illegal hex characters in escape (%) pattern');
    return Buffer.from(escapes.replaceAll('%', ''), 'hex').toString(charset);
  });
}
