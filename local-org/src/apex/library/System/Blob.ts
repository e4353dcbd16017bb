import {required} from '../arguments.ts';
import {defineClass} from '../registry.ts';
import {ApexBlob} from '../../runtime/blob.ts';
import {stringFault} from '../../runtime/fault.ts';

/** Apex Reference Guide, "Blob Class". */
export const blobClass = defineClass('System.Blob', {
  'size()': (_rt, self: ApexBlob) => self.size,
  'toString()': (_rt, self: ApexBlob | null) => {
    const text = required(self).toText();
    if (text === null) throw stringFault('BLOB is not a valid UTF-8 string');
    return text;
  },
  'valueOf(String)': (_rt, text: string | null) => ApexBlob.fromText(required(text)),
});
