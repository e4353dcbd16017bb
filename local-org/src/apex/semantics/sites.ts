/** What modifiers and annotations stand on, and what the platform's messages call it. */

export type Site = 'class' | 'interface' | 'enum' | 'method' | 'field' | 'property' | 'constructor' | 'accessor' | 'local' | 'parameter';

export const PLURALS: Readonly<Record<Site, string>> = {
  class: 'classes',
  interface: 'interfaces',
  enum: 'enums',
  field: 'fields',
  property: 'properties',
  method: 'methods',
  constructor: 'constructors',
  accessor: 'accessors',
  local: 'locals',
  parameter: 'parameters',
};
