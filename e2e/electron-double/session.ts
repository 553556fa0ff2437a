import { EventEmitter } from 'node:events';
import type Electron from 'electron';

type Handler = Parameters<Electron.Protocol['handle']>[1];

/** Schemes that were declared before the app was ready; another one is no standard, secure origin. */
const privileged = new Set<string>();
export const privilegedSchemes: ReadonlySet<string> = privileged;

class DoubleProtocol implements Pick<Electron.Protocol, 'handle'> {
  readonly #handlers = new Map<string, Handler>();

  handle(scheme: string, handler: Handler): void {
    if (!privileged.has(scheme)) throw new Error(`The double serves privileged schemes alone, not ${scheme}`);
    if (this.#handlers.has(scheme)) throw new Error(`The scheme has been registered: ${scheme}`);
    this.#handlers.set(scheme, handler);
  }

  handlerOf(url: string): Handler | undefined {
    return this.#handlers.get(url.split(':', 1)[0] ?? '');
  }
}

type Part = Pick<
  Electron.Session,
  'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'
>;

export class DoubleSession extends EventEmitter implements Part {
  readonly protocol = new DoubleProtocol();
  #request: Parameters<Part['setPermissionRequestHandler']>[0] = null;
  #check: Parameters<Part['setPermissionCheckHandler']>[0] = null;
  #device: Parameters<Part['setDevicePermissionHandler']>[0] = null;

  setPermissionRequestHandler(handler: Parameters<Part['setPermissionRequestHandler']>[0]): void {
    this.#request = handler;
  }

  setPermissionCheckHandler(handler: Parameters<Part['setPermissionCheckHandler']>[0]): void {
    this.#check = handler;
  }

  setDevicePermissionHandler(handler: Parameters<Part['setDevicePermissionHandler']>[0]): void {
    this.#device = handler;
  }

  get hasDeviceHandler(): boolean {
    return this.#device !== null;
  }

  /**
   * What a page would be answered; without a handler Electron grants.
   * @param origin as Electron names it
   */
  async grants(
    contents: Electron.WebContents,
    permission: 'media' | 'geolocation' | 'notifications' | 'midi' | 'clipboard-read',
    origin: string,
  ): Promise<boolean> {
    if (this.#check !== null && !this.#check(contents, permission, origin, { isMainFrame: true }))
      return false;
    const request = this.#request;
    if (request === null) return true;
    return new Promise((resolve) =>
      request(contents, permission, resolve, { isMainFrame: true, requestingUrl: `${origin}/` }),
    );
  }
}

export const session = { defaultSession: new DoubleSession() };

export const protocol = {
  registerSchemesAsPrivileged: (schemes) => {
    for (const { scheme, privileges } of schemes)
      if (privileges?.standard === true && privileges.secure === true) privileged.add(scheme);
  },
} satisfies Pick<Electron.Protocol, 'registerSchemesAsPrivileged'>;
