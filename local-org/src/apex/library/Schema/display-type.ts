import type {FieldType} from '../../../data/descriptor.ts';

/** The constant of `Schema.DisplayType` for a type of field (Apex Reference Guide, "DisplayType Enum"). */
export function displayType(type: FieldType): string {
  return DISPLAY_TYPES[type] ?? type.toUpperCase();
}

/** Where the constant isn't the name of the type in capitals. */
const DISPLAY_TYPES: Readonly<Partial<Record<FieldType, string>>> = {
  LongTextArea: 'TEXTAREA',
  RichTextArea: 'TEXTAREA',
};
