import {eventFields} from '../schema/custom-objects.ts';
import {checkbox, longTextArea, text} from '../schema/field-spec.ts';
import type {ObjectSpec} from '../schema/object-spec.ts';

const given = {readOnly: true} as const;

/** Platform Events Developer Guide, "BatchApexErrorEvent". Only the platform fires it. */
export const batchApexErrorEvent: ObjectSpec = {
  name: 'BatchApexErrorEvent',
  label: 'Batch Apex Error Platform Event',
  labelPlural: 'Batch Apex Error Platform Events',
  keyPrefix: null,
  sharingModel: 'Read',
  kind: 'platform event',
  fields: [
    ...eventFields,
    text('RequestId', 255, given),
    text('ExceptionType', 255, given),
    longTextArea('Message', 5000, given),
    longTextArea('StackTrace', 5000, given),
    text('Phase', 40, given),
    text('AsyncApexJobId', 18, given),
    longTextArea('JobScope', 40000, given),
    checkbox('DoesExceedJobScopeMaxLength', given),
  ],
  systemFields: [],
};
