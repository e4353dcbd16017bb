import {currentFrames, type SourceMapper} from './stack.ts';

/**
 * Whether sharing binds the code that runs: the class of the innermost frame that declares it decides; `inherited sharing` and no declaration leave it to
 * the caller, and an inner class doesn't have that of its outer one (Apex Developer Guide, "Using the with sharing, without sharing, and inherited sharing
 * Keywords"). Where no class declares it: `inherited sharing` at the entry of a transaction counts as `with sharing`, triggers run without, anonymous
 * blocks with the rights of their user.
 */
export function isWithSharing(mapper: SourceMapper, sharingOf: (className: string) => 'with' | 'without' | 'inherited' | null): boolean {
  let inherited = false;
  for (const {className, label} of currentFrames(mapper)) {
    if (className === null) return label === 'AnonymousBlock';
    const sharing = sharingOf(className);
    if (sharing === 'with') return true;
    if (sharing === 'without') return false;
    inherited = sharing === 'inherited';
  }
  return inherited;
}
