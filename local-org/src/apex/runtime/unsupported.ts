/**
 * Legal Apex that this org lacks, met while a program ran. It isn't an Apex exception: no `catch` sees it and no `finally` runs on it, so that a
 * test that meets it is Unsupported and never passes or fails by accident.
 */
export class UnsupportedError extends Error {
  /** `U` and three digits; `U3xx` are the library's. */
  readonly code: UnsupportedCode;

  /** @param text the code and a sentence that names the construct: `U301 The regular expression "a++" uses a possessive quantifier.` */
  constructor(text: `${UnsupportedCode} ${string}`) {
    super(text.slice(text.indexOf(' ') + 1));
    this.code = text.slice(0, text.indexOf(' ')) as UnsupportedCode;
  }
}

export type UnsupportedCode = `U${number}`;
