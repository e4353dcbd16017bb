/** Escaping, as `org.apache.commons.lang3.StringEscapeUtils` does it. */
import {htmlEntities} from './html-entities.ts';

const CONTROL: Readonly<Record<string, string>> = {'\b': '\\b', '\n': '\\n', '\t': '\\t', '\f': '\\f', '\r': '\\r'};

export function escapeJava(text: string): string {
  return text.replace(/[\\"\x00-\x1f\x7f-\uffff]/g, escapeJavaCharacter);
}

export function escapeEcmaScript(text: string): string {
  return text.replace(/[\\"'/\x00-\x1f\x7f-\uffff]/g, escapeJavaCharacter);
}

/** Characters beyond ASCII become `\uXXXX`. */
export function escapeUnicode(text: string): string {
  return text.replace(/[\x80-\uffff]/g, unicodeEscape);
}

export function escapeHtml(text: string, version: 3 | 4): string {
  const {byCharacter} = htmlEntities(version);
  return text.replace(/["&<>\xa0-\uffff]/g, (character) => {
    const name = byCharacter.get(character);
    return name === undefined ? character : `&${name};`;
  });
}

const XML: Readonly<Record<string, string>> = {'"': '&quot;', '&': '&amp;', '<': '&lt;', '>': '&gt;', "'": '&apos;'};

export function escapeXml(text: string): string {
  return text.replace(/["&<>']/g, (character) => XML[character] ?? character);
}

export function escapeCsv(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function escapeJavaCharacter(character: string): string {
  const control = CONTROL[character];
  if (control !== undefined) return control;
  const code = character.charCodeAt(0);
  return code < 32 || code > 126 ? unicodeEscape(character) : '\\' + character;
}

function unicodeEscape(character: string): string {
  return '\\u' + character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
}
