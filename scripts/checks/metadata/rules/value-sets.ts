import {children, content, problemAt, textOf} from '../document.ts';
import {fullName} from '../catalogue.ts';
import type {Rule} from './rule.ts';

/** Standard picklists: one default at most, no value twice, and for LeadStatus one that means converted. */
export const valueSets: Rule = ({catalogue}) =>
  catalogue.files
    .filter(({root}) => root.localName === 'StandardValueSet')
    .flatMap((file) => {
      const values = children(file.root, 'standardValue');
      const count = (flag: string): number => values.filter((value) => textOf(value, flag) === 'true').length;
      const names = values.flatMap((value) => children(value, 'fullName').map(content));
      const found = names.filter((name, index) => names.indexOf(name) !== index).map((name) => `the value ${name} is given twice`);
      if (count('default') > 1) found.push(`${count('default')} values are the default, expected one at most`);
      if (fullName(file) === 'LeadStatus' && count('converted') === 0) found.push('no value is <converted>; LeadStatus needs one at least');
      return found.map((message) => problemAt(file, file.root, message, 'value set'));
    });
