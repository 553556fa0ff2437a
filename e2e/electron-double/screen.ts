import { EventEmitter } from 'node:events';
import type Electron from 'electron';
import { outside } from './outside.ts';
import { partOf } from './part-of.ts';

type Area = Electron.Rectangle;
const firstScreen: Area = { x: 0, y: 0, width: 1920, height: 1040 };

class DoubleScreen
  extends EventEmitter
  implements Pick<Electron.Screen, 'getAllDisplays' | 'getPrimaryDisplay'>
{
  #areas: readonly Area[] = given();

  getAllDisplays(): Electron.Display[] {
    return this.#areas.map((area, id) =>
      partOf<Electron.Display>({ id, workArea: area, bounds: area, scaleFactor: 1 }, 'Display'),
    );
  }

  getPrimaryDisplay(): Electron.Display {
    const [first] = this.getAllDisplays();
    if (first === undefined) throw new Error('No display');
    return first;
  }

  change(areas: readonly Area[]): void {
    const isMore = areas.length > this.#areas.length;
    this.#areas = areas;
    this.emit(isMore ? 'display-added' : 'display-removed');
  }
}

/** `0,0,1920,1040 1920,0,1280,720`: x, y, width and height of each. */
function given(): readonly Area[] {
  const text = process.env.ELECTRON_DOUBLE_DISPLAYS ?? '';
  if (text === '') return [firstScreen];
  return text.split(' ').map((area) => {
    const [x = 0, y = 0, width = 0, height = 0] = area.split(',').map(Number);
    return { x, y, width, height };
  });
}

export const screen = new DoubleScreen();

outside.onOrder((order) => {
  if (order.kind === 'displays') screen.change(order.areas);
});
