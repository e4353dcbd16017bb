/** `System.AccessLevel` (Apex Reference Guide, "AccessLevel Class"). */
import {PlatformObject} from '../../runtime/platform-object.ts';
import {defineClass, type ClassDefinition} from '../registry.ts';
import {UnsupportedError} from '../../runtime/unsupported.ts';

export class AccessLevel extends PlatformObject {
  override readonly typeName = 'System.AccessLevel';
  readonly mode: 'user' | 'system';

  constructor(mode: 'user' | 'system') {
    super();
    this.mode = mode;
  }
}

const SYSTEM_MODE = new AccessLevel('system');
const USER_MODE = new AccessLevel('user');

export const accessLevelClass: ClassDefinition = defineClass('System.AccessLevel', {
  'get SYSTEM_MODE': () => SYSTEM_MODE,
  'get USER_MODE': () => USER_MODE,
  'withPermissionSetId(String)': () => {
    throw new UnsupportedError('U310 AccessLevel.withPermissionSetId is not supported.');
  },
});

/** The mode of a statement that names none is the one that the API version of its class implies: system, up to 66.0. */
export function modeOf(level: AccessLevel | null): 'user' | 'system' {
  return level?.mode ?? 'system';
}
