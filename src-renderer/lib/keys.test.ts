import { describe, expect, it } from 'vitest';
import { keyName, keyParts } from './keys.ts';

const bare = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

describe('key names', () => {
  it('takes a letter with Ctrl by its position, whatever the layout types', () => {
    expect(keyName({ ...bare, ctrlKey: true, key: 'к', code: 'KeyK' })).toBe('mod+K');
    expect(keyName({ ...bare, altKey: true, key: '£', code: 'Digit2' })).toBe('alt+2');
  });

  it('names function keys plainly and ignores a modifier alone', () => {
    expect(keyName({ ...bare, key: 'F1', code: 'F1' })).toBe('F1');
    expect(keyName({ ...bare, shiftKey: true, key: 'F1', code: 'F1' })).toBe('shift+F1');
    expect(keyName({ ...bare, ctrlKey: true, key: 'Control', code: 'ControlLeft' })).toBeUndefined();
  });

  it('leaves the shift of an upper-case letter out', () => {
    expect(keyName({ ...bare, shiftKey: true, key: 'Ö', code: 'Comma' })).toBe('Ö');
  });

  it('shows keys as they are printed on the keyboard', () => {
    expect(keyParts('mod+Enter')).toEqual(['Ctrl', 'Enter']);
    expect(keyParts('Escape')).toEqual(['Esc']);
  });
});
