import type {Check, Findings, Project} from './check.ts';
import {readCatalogue} from './metadata/catalogue.ts';
import {checkApiVersions, checkCompanions} from './metadata/companions.ts';
import {checkConformance} from './metadata/conformance.ts';
import {customMetadata} from './metadata/rules/custom-metadata.ts';
import {fields} from './metadata/rules/fields.ts';
import {limits} from './metadata/rules/limits.ts';
import {objects} from './metadata/rules/objects.ts';
import {permissionSets} from './metadata/rules/permission-sets.ts';
import {references} from './metadata/rules/references.ts';
import type {Rule} from './metadata/rules/rule.ts';
import {valueSets} from './metadata/rules/value-sets.ts';
import {loadSchema, type MetadataSchema} from './metadata/schema.ts';
import {loadStandardObjects, type StandardObjects} from './metadata/standard-objects.ts';

const RULES: readonly Rule[] = [objects, fields, limits, permissionSets, customMetadata, valueSets, references];

/** Metadata XML against the Metadata API's schema, against each other, and against what orgs are known to refuse. */
export const metadata: Check = {
  name: 'metadata',
  question: 'Is the metadata XML what the Metadata API takes, and does every reference in it lead somewhere?',
  run: (project) => Promise.resolve(checkMetadata(project, loadPlatform())),
};

/** What the platform says of itself. It takes a moment to read, and is the same for every project. */
export interface Platform {
  readonly schema: MetadataSchema;
  readonly standard: StandardObjects;
}

export function loadPlatform(): Platform {
  return {schema: loadSchema(), standard: loadStandardObjects()};
}

export function checkMetadata(project: Project, {schema, standard}: Platform): Findings {
  const {catalogue, problems} = readCatalogue(project);
  const sources = {catalogue, standard};
  return {
    looked: catalogue.files.length,
    subjects: 'metadata files',
    problems: [
      ...problems,
      ...checkCompanions(project),
      ...checkApiVersions(catalogue.files, project),
      ...catalogue.files.flatMap((file) => checkConformance(file, schema)),
      ...RULES.flatMap((rule) => rule(sources)),
    ],
  };
}
