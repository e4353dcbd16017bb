import type {Element} from '@xmldom/xmldom';
import type {Problem} from '../check.ts';
import {children, content, type MetadataFile, problemAt} from './document.ts';
import type {ElementRule, MetadataSchema} from './schema.ts';

const NAMESPACE = 'http://soap.sforce.com/2006/04/metadata';

/** Whether a file holds what the Metadata API's schema allows: known elements, in place, complete, with values of their type. */
export function checkConformance(file: MetadataFile, schema: MetadataSchema): Problem[] {
  const {root} = file;
  const problems: Problem[] = [];
  const report = (element: Element, message: string): number => problems.push(problemAt(file, element, message, 'schema'));
  const typeName = root.localName ?? '';
  if (!schema.types.has(typeName)) report(root, `<${typeName}> is no metadata type`);
  else if (root.namespaceURI !== NAMESPACE)
    report(root, `<${typeName}> has the namespace ${String(root.namespaceURI)}, expected ${NAMESPACE}`);
  else checkType(root, typeName);
  return problems;

  function checkType(element: Element, name: string): void {
    const rules = schema.types.get(name)?.elements ?? new Map<string, ElementRule>();
    const seen = new Set<string>();
    let previous = '';
    for (const child of children(element)) {
      const childName = child.localName ?? '';
      const rule = rules.get(childName);
      if (rule === undefined) report(child, `<${childName}> is unknown in ${name}`);
      else {
        if (seen.has(childName) && !rule.repeats) report(child, `<${childName}> is given twice in ${name}, which takes one`);
        // The platform says "Element … is duplicated at this location".
        else if (seen.has(childName) && previous !== childName)
          report(child, `<${childName}> stands apart from the other <${childName}> of its ${name}; keep them together`);
        checkValue(child, childName, rule.type);
      }
      seen.add(childName);
      previous = childName;
    }
    for (const [childName, rule] of rules) {
      if (rule.required && !seen.has(childName)) report(element, `<${childName}> is missing in ${name}, which requires it`);
    }
  }

  function checkValue(element: Element, name: string, type: string): void {
    const values = schema.enums.get(type);
    const text = content(element);
    if (schema.types.has(type)) checkType(element, type);
    else if (children(element).length > 0 && type !== 'any') report(element, `<${name}> holds elements, expected a ${type}`);
    else if (values !== undefined && !values.has(text))
      report(element, `<${name}> is "${text}", expected one of the ${type}: ${some(values)}`);
    else if (type === 'boolean' && text !== 'true' && text !== 'false') report(element, `<${name}> is "${text}", expected true or false`);
    else if (type === 'number' && !/^-?\d+(\.\d+)?$/.test(text)) report(element, `<${name}> is "${text}", expected a number`);
  }
}

function some(values: ReadonlySet<string>): string {
  const shown = [...values].slice(0, 8);
  return shown.join(', ') + (values.size > shown.length ? ' …' : '');
}
