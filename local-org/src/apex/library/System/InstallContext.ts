/** Contexts of package installation, which only tests make here (Apex Reference Guide, "InstallHandler Interface", "UninstallHandler Interface", "Test Class"). */
import {callInterface} from '../../../async/interface-call.ts';
import {PlatformObject} from '../../runtime/platform-object.ts';
import type {Runtime} from '../../runtime/runtime.ts';
import {required} from '../arguments.ts';
import {defineClass, type ClassDefinition} from '../registry.ts';
import type {Version} from './Version.ts';

class InstallContext extends PlatformObject {
  override readonly typeName = 'System.InstallContext';
  readonly previousVersion: Version | null;
  readonly isPush: boolean;

  constructor(previousVersion: Version | null, isPush: boolean) {
    super();
    this.previousVersion = previousVersion;
    this.isPush = isPush;
  }
}

class UninstallContext extends PlatformObject {
  override readonly typeName = 'System.UninstallContext';
}

export const installContextClasses: readonly ClassDefinition[] = [
  defineClass('System.InstallContext', {
    'installerId()': (rt: Runtime) => rt.tx.userId,
    'isPush()': (_rt: Runtime, self: InstallContext) => self.isPush,
    'isUpgrade()': (_rt: Runtime, self: InstallContext) => self.previousVersion !== null,
    'organizationId()': (rt: Runtime) => rt.org.organizationId,
    'previousVersion()': (_rt: Runtime, self: InstallContext) => self.previousVersion,
  }),
  defineClass('System.UninstallContext', {
    'organizationId()': (rt: Runtime) => rt.org.organizationId,
    'uninstallerId()': (rt: Runtime) => rt.tx.userId,
  }),
];

export function testInstall(rt: Runtime, handler: object | null, version: Version | null, isPush = false): void {
  callInterface(rt, required(handler), 'onInstall', [new InstallContext(version, isPush)]);
}

export function testUninstall(rt: Runtime, handler: object | null): void {
  callInterface(rt, required(handler), 'onUninstall', [new UninstallContext()]);
}
