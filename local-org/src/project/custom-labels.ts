/** CustomLabels of the Metadata API Developer Guide: one file holds many. */
import type {CustomLabel} from './model.ts';
import {booleanOf, childrenOf, textOf, wordOf} from './xml.ts';
import type {XmlElement} from './xml.ts';

export function readCustomLabels(element: XmlElement, path: string): CustomLabel[] {
  return childrenOf(element, 'labels').map((label) => {
    const name = wordOf(label, 'fullName') ?? '';
    return {
      name,
      path,
      line: label.line,
      value: textOf(label, 'value') ?? '',
      language: wordOf(label, 'language') ?? 'en_US',
      protected: booleanOf(label, 'protected', false),
      shortDescription: textOf(label, 'shortDescription') ?? name,
      categories: textOf(label, 'categories'),
    };
  });
}
