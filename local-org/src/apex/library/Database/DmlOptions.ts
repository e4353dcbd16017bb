/**
 * `Database.DMLOptions` (Apex Reference Guide, "DMLOptions Class" and the classes nested in it). Rules for assignment and duplicates don't run here and no e-mail
 * leaves, so that the headers about them change nothing (DIVERGENCES.md); the language of labels is always English.
 */
import {PlatformObject} from '../../runtime/platform-object.ts';
import type {Runtime} from '../../runtime/runtime.ts';
import {PropertyBag, propertyMembers} from '../property-bag.ts';
import {defineClass, type ClassDefinition} from '../registry.ts';

const CLASS = 'Database.DMLOptions';

/** Classes of the headers, with the types of their properties. */
const HEADERS = {
  AssignmentRuleHeader: {AssignmentRuleId: 'Id', UseDefaultRule: 'Boolean'},
  DuplicateRuleHeader: {AllowSave: 'Boolean', RunAsCurrentUser: 'Boolean'},
  EmailHeader: {TriggerAutoResponseEmail: 'Boolean', TriggerOtherEmail: 'Boolean', TriggerUserEmail: 'Boolean'},
} as const;

export class DmlOptions extends PlatformObject {
  override readonly typeName = CLASS;
  allOrNone: boolean | null = null;
  allowsTruncation = false;
  localeOptions: string | null = null;
  /** Each is there from the start: `options.emailHeader.triggerUserEmail = true`. */
  readonly headers = new Map<string, unknown>(Object.keys(HEADERS).map((name) => [name, new PropertyBag(`${CLASS}.${name}`)]));
}

export const dmlOptionsClasses: readonly ClassDefinition[] = [
  defineClass(CLASS, {
    '<init>()': () => new DmlOptions(),
    'get OptAllOrNone': (_rt: Runtime, self: DmlOptions) => self.allOrNone,
    'set OptAllOrNone': (_rt: Runtime, self: DmlOptions, value: boolean | null) => {
      self.allOrNone = value;
    },
    'get AllowFieldTruncation': (_rt: Runtime, self: DmlOptions) => self.allowsTruncation,
    'set AllowFieldTruncation': (_rt: Runtime, self: DmlOptions, value: boolean | null) => {
      self.allowsTruncation = value ?? false;
    },
    'get LocaleOptions': (_rt: Runtime, self: DmlOptions) => self.localeOptions,
    'set LocaleOptions': (_rt: Runtime, self: DmlOptions, value: string | null) => {
      self.localeOptions = value;
    },
    ...Object.fromEntries(
      Object.keys(HEADERS).flatMap((name) => [
        [`get ${name}`, (_rt: Runtime, self: DmlOptions) => self.headers.get(name) ?? null],
        [
          `set ${name}`,
          (_rt: Runtime, self: DmlOptions, value: unknown) => {
            self.headers.set(name, value);
          },
        ],
      ]),
    ),
  }),
  ...Object.entries(HEADERS).map(([name, properties]) =>
    defineClass(`${CLASS}.${name}`, {
      '<init>()': () => new PropertyBag(`${CLASS}.${name}`),
      ...propertyMembers(properties, ['property']),
    }),
  ),
];
