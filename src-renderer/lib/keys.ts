import { useEffect, useRef } from 'react';
import { create } from 'zustand';

/** `F1` … `F12`, `Escape`, `Enter`, or with modifiers: `mod+K` (Ctrl, on a Mac ⌘), `alt+1`, `mod+Enter`. */
export type KeyName = string;

export type KeyAction = {
  readonly key: KeyName;
  /** What it does, in words: shown in the list of keys. */
  readonly label: string;
  readonly run: () => void;
  readonly isEnabled?: boolean;
};

/** Only the highest level that is on screen hears keys: a dialog silences the screen, the lock silences all. */
export type KeyLevel = 'screen' | 'dialog' | 'lock';
const levels: readonly KeyLevel[] = ['screen', 'dialog', 'lock'];

type Scope = { readonly level: KeyLevel; readonly actions: () => readonly KeyAction[] };

const useScopes = create<{ readonly scopes: readonly Scope[] }>(() => ({ scopes: [] }));

/** Registers actions for as long as the component is shown. Of two with one key, the later mounted acts. */
export function useKeys(actions: readonly KeyAction[], level: KeyLevel = 'screen'): void {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    const scope: Scope = { level, actions: () => latest.current };
    useScopes.setState(({ scopes }) => ({ scopes: [...scopes, scope] }));
    return () => useScopes.setState(({ scopes }) => ({ scopes: scopes.filter((other) => other !== scope) }));
  }, [level]);
}

/** What can be pressed now, the latest registered first. */
export function activeKeys(): readonly KeyAction[] {
  const { scopes } = useScopes.getState();
  const top = levels.findLast((level) => scopes.some((scope) => scope.level === level));
  const seen = new Set<KeyName>();
  return scopes
    .filter((scope) => scope.level === top)
    .toReversed()
    .flatMap((scope) => scope.actions())
    .filter(({ key, isEnabled }) => {
      if (isEnabled === false || seen.has(key)) return false;
      seen.add(key);
      return true;
    });
}

type Press = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** The name under which a press is registered, or undefined for a modifier alone. */
export function keyName(press: Press): KeyName | undefined {
  if (['Control', 'Shift', 'Alt', 'Meta', 'AltGraph'].includes(press.key)) return undefined;
  // With Alt or Ctrl the layout may give another character, so letters and digits are taken by position.
  const bare = press.ctrlKey || press.metaKey || press.altKey ? byPosition(press) : press.key;
  const modifiers = [
    press.ctrlKey || press.metaKey ? 'mod+' : '',
    press.altKey ? 'alt+' : '',
    press.shiftKey && press.key.length > 1 ? 'shift+' : '',
  ];
  return modifiers.join('') + bare;
}

function byPosition({ code, key }: Press): string {
  const match = /^(?:Key([A-Z])|Digit(\d)|Numpad(\d))$/.exec(code);
  return match?.[1] ?? match?.[2] ?? match?.[3] ?? key;
}

/** Listens once for the whole window; what a field needs for typing is left to it. */
export function useKeyListener(): void {
  useEffect(() => {
    let closesPopup = false;
    /** Before the list or dialog hears the key: afterwards it is closed and nothing tells of it. */
    function beforeOthers({ key, target }: KeyboardEvent): void {
      closesPopup = key === 'Escape' && (isInOpenList(target) || isOwnedByDialog('Escape'));
    }
    function onKeyDown(event: KeyboardEvent): void {
      if (closesPopup) return;
      if (event.defaultPrevented || event.repeat || event.isComposing) return;
      const name = keyName(event);
      if (name === undefined || isLeftTo(event.target, name)) return;
      const action = activeKeys().find(({ key }) => key === name);
      if (action === undefined) return;
      event.preventDefault();
      action.run();
    }
    window.addEventListener('keydown', beforeOthers, { capture: true });
    window.addEventListener('keydown', onKeyDown);
    return () => {
      window.removeEventListener('keydown', beforeOthers, { capture: true });
      window.removeEventListener('keydown', onKeyDown);
    };
  }, []);
}

function isInOpenList(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.dataset.mantineStopPropagation === 'true';
}

/** A dialog closes itself on Escape unless it has registered an action of its own. */
function isOwnedByDialog(key: KeyName): boolean {
  const { scopes } = useScopes.getState();
  const top = levels.findLast((level) => scopes.some((scope) => scope.level === level));
  return top === 'dialog' && !activeKeys().some((action) => action.key === key);
}

/** A field needs what is typed into it; a button or a link no more than what presses it. */
function isLeftTo(target: EventTarget | null, name: KeyName): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.matches('input, textarea, select, [role="option"]'))
    return name.length === 1 || name === 'Enter' || name === 'Backspace' || name === 'Delete';
  return target.matches('button, a[href]') && (name === 'Enter' || name === ' ');
}

const spoken: Readonly<Record<string, string>> = {
  mod: 'Ctrl',
  alt: 'Alt',
  shift: 'Shift',
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
};

/** `mod+Enter` → ['Ctrl', 'Enter'], as it is shown beside the action. */
export function keyParts(key: KeyName): readonly string[] {
  return key.split('+').map((part) => spoken[part] ?? part);
}
