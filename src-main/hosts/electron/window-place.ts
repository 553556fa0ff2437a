import { readFileSync, writeFileSync } from 'node:fs';
import { type BrowserWindow, type Rectangle, screen } from 'electron';
import { z } from 'zod';

const placeSchema = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(1024).max(20_000),
  height: z.int().min(640).max(20_000),
  isMaximized: z.boolean(),
  isFullScreen: z.boolean(),
  zoom: z.number().min(1).max(2),
});
export type Place = z.infer<typeof placeSchema>;

const usual = { width: 1440, height: 900, isMaximized: false, isFullScreen: false, zoom: 1 } as const;
/** Without a corner where the system is to choose. */
export type OpeningPlace = Omit<Place, 'x' | 'y'> & Partial<Pick<Place, 'x' | 'y'>>;

/**
 * Where the window was when it was closed, if that is still on a screen: a second monitor may be gone.
 * @param file what is not there or can't be understood is as if the program had never run
 */
export function rememberedPlace(file: string): OpeningPlace {
  const place = readPlace(file);
  if (place === undefined) return usual;
  const isSeen = screen.getAllDisplays().some(({ workArea }) => overlaps(workArea, place));
  return isSeen ? place : { ...usual, isMaximized: place.isMaximized, zoom: place.zoom };
}

/** Writes the place down whenever the window is about to close; at once, since the program may end with it. */
export function keepPlace(window: BrowserWindow, file: string, onFailed: (error: unknown) => void): void {
  window.on('close', () => {
    const place: Place = {
      ...window.getNormalBounds(),
      isMaximized: window.isMaximized(),
      isFullScreen: window.isFullScreen(),
      zoom: window.webContents.getZoomFactor(),
    };
    try {
      writeFileSync(file, JSON.stringify(place), { mode: 0o600 });
    } catch (error) {
      onFailed(error);
    }
  });
}

function readPlace(file: string): Place | undefined {
  try {
    return placeSchema.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data;
  } catch {
    return undefined;
  }
}

/** Enough of it to take hold of by its title. */
const leastSeen = 100;

function overlaps(area: Rectangle, place: Place): boolean {
  const width = Math.min(area.x + area.width, place.x + place.width) - Math.max(area.x, place.x);
  const height = Math.min(area.y + area.height, place.y + place.height) - Math.max(area.y, place.y);
  return width >= leastSeen && height >= leastSeen && place.y >= area.y - leastSeen;
}
