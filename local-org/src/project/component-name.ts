/** What the name of a file says about the component in it. */
export interface ComponentName {
  /** `LeadTrigger`, `Lifecycle_Policy.Default`. */
  readonly name: string;
  /** `trigger`, `md`. */
  readonly suffix: string;
  /** Whether the name ends in `-meta.xml`. */
  readonly isMetaFile: boolean;
}

const META_FILE = '-meta.xml';

/** `null` for a name without a suffix. */
export function componentName(fileName: string): ComponentName | null {
  const isMetaFile = fileName.endsWith(META_FILE);
  const plain = isMetaFile ? fileName.slice(0, -META_FILE.length) : fileName;
  const dot = plain.lastIndexOf('.');
  return dot <= 0 ? null : {name: percentDecoded(plain.slice(0, dot)), suffix: plain.slice(dot + 1), isMetaFile};
}

/** File names, and picklist values in record types, are percent-encoded. What isn't is left as it is. */
export function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
