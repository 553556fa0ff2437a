import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import type Electron from 'electron';
import { stopChromium } from './chromium.ts';
import { openWindows } from './open-windows.ts';
import { outside } from './outside.ts';
import { Preventable } from './preventable.ts';
import { takeSingleInstanceLock, untilFirstKnows } from './single-instance.ts';

type Part = Pick<
  Electron.App,
  'enableSandbox' | 'requestSingleInstanceLock' | 'whenReady' | 'quit' | 'exit' | 'getPath' | 'isPackaged'
>;

class DoubleApp extends EventEmitter implements Part {
  readonly isPackaged = process.env.ELECTRON_DOUBLE_PACKAGED === '1';
  #isSandboxed = false;
  #isLeaving = false;

  get isSandboxed(): boolean {
    return this.#isSandboxed;
  }

  enableSandbox(): void {
    this.#isSandboxed = true;
  }

  requestSingleInstanceLock(): boolean {
    return takeSingleInstanceLock((argv, cwd) =>
      this.emit('second-instance', new Preventable(), argv, cwd, null),
    );
  }

  whenReady(): Promise<void> {
    // Never within the program's own first run, as in Electron.
    return new Promise((resolve) => setImmediate(resolve));
  }

  getPath(name: Parameters<Electron.App['getPath']>[0]): string {
    return name === 'userData' ? outside.userData : join(outside.userData, name);
  }

  /** As Electron: `before-quit`, every window's `close`, `will-quit`, `quit`; each but the last may prevent it. */
  quit(): void {
    if (this.#isLeaving || this.#isPrevented('before-quit')) return;
    for (const window of openWindows()) if (!window.closeByProgram()) return;
    if (this.#isPrevented('will-quit')) return;
    this.exit(0);
  }

  exit(exitCode = 0): void {
    if (this.#isLeaving) return;
    this.#isLeaving = true;
    this.emit('quit', new Preventable(), exitCode);
    void Promise.all([stopChromium(), untilFirstKnows()]).finally(() => process.exit(exitCode));
  }

  #isPrevented(name: 'before-quit' | 'will-quit'): boolean {
    const event = new Preventable();
    this.emit(name, event);
    return event.defaultPrevented;
  }
}

export const app = new DoubleApp();

outside.onOrder((order) => {
  if (order.kind === 'quit') app.quit();
});
