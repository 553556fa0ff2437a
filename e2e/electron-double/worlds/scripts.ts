import { makeCloneCodec } from './clone-codec.ts';
import { makeRendererElectron } from './renderer-electron.ts';
import { makeWorldBridge } from './world-bridge.ts';

/** The world of the preload, which no page can reach. */
export const preloadWorld = 'Electron Isolated Context';
/** By these names the preload's world and the main process pass texts. */
export const toMain = 'electronDoubleToMain';
export const toPreload = 'electronDoubleToPreload';

/**
 * Stands in the page's world and puts there what the preload exposes. A window that is denied is null to its page, and
 * the program is asked before there is one.
 */
export const pageScript = `(() => {
  if (window !== window.top) return;
  const codec = (${makeCloneCodec})();
  (${makeWorldBridge})('page', 'preload', codec);
  window.open = (url = '') => {
    const detail = String(new URL(url, location.href));
    document.dispatchEvent(new CustomEvent('electron-double:open', { detail }));
    return null;
  };
})();`;

/** Runs the preload as a sandboxed one: with \`electron\` and no other module, in the main frame alone. */
export function preloadScript(source: string): string {
  return `(() => {
  if (window !== window.top) return;
  const codec = (${makeCloneCodec})();
  const bridge = (${makeWorldBridge})('preload', 'page', codec);
  const renderer = (${makeRendererElectron})(codec, bridge, (text) => globalThis.${toMain}(text));
  globalThis.${toPreload} = renderer.receive;
  document.addEventListener('electron-double:open', ({ detail }) =>
    globalThis.${toMain}(JSON.stringify({ kind: 'open', url: detail })));
  const require = (name) => {
    if (name === 'electron') return renderer.electron;
    throw new Error('module not found: ' + name);
  };
  const module = { exports: {} };
  (function (require, module, exports) {
${source}
  })(require, module, module.exports);
})();`;
}
