import { chromium, type Page } from '@playwright/test';
import { findBrowser } from '../scripts/lib/browser.mjs';
import { percentile, print, tell } from './figure.ts';
import { benchClerk, type HistoryStore } from './history-store.ts';
import { hostScript, startHost } from './host-process.ts';

const longFrameMs = 50;
const runs = [
  { name: 'scroll.reading', pixelsPerSecond: 2_000, seconds: 10 },
  { name: 'scroll.fling', pixelsPerSecond: 20_000, seconds: 10 },
] as const;

/** The list of a hundred thousand closed ones in a real browser; frames beside those of an empty page that does nothing. */
export async function benchScroll({ dataDir }: HistoryStore, isBuilt: boolean): Promise<void> {
  const executablePath = await findBrowser();
  if (executablePath === undefined) return tell('scroll: no browser on this machine');
  const host = await startHost(hostScript(isBuilt), dataDir);
  const browser = await chromium.launch({
    executablePath,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    const empty = await browser.newPage();
    await empty.setContent(
      '<main style="height:200px;overflow:auto"><div style="height:99999px"></div></main>',
    );
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
    await openClosed(page, host.page);
    for (const { name, pixelsPerSecond, seconds } of runs) {
      const idle = await framesWhile(empty, 'main', pixelsPerSecond, seconds);
      const frames = await framesWhile(page, 'section [class*=scroller]', pixelsPerSecond, seconds);
      const over = frames.filter((ms) => ms > longFrameMs).length;
      print({
        name,
        ...{ value: over, unit: 'frames over 50 ms', n: frames.length },
        ...{ p50: percentile(frames, 0.5), p99: percentile(frames, 0.99) },
        ...{ baseline: idle.filter((ms) => ms > longFrameMs).length, baselineP99: percentile(idle, 0.99) },
        baselineName: 'the same scrolling over an empty box',
        ...{ target: 0, targetOf: 'value' },
        note: `worst ${Math.round(Math.max(...frames))} ms; ${pixelsPerSecond} px/s; p50 and p99 in ms a frame`,
      });
    }
  } finally {
    await browser.close();
    await host.stop();
  }
}

async function openClosed(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.getByLabel('Kullanıcı adı').fill(benchClerk.username);
  await page.getByRole('textbox', { name: 'Parola' }).fill(benchClerk.password);
  await page.keyboard.press('Enter');
  await page.getByTitle('Oturum menüsü').waitFor();
  await page.evaluate(() => {
    location.hash = '#/workLists/closed';
  });
  await page.getByRole('table').getByRole('button').first().waitFor();
}

/** Milliseconds of each frame while the box is scrolled at an even pace. */
function framesWhile(page: Page, box: string, pixelsPerSecond: number, seconds: number): Promise<number[]> {
  return page.evaluate(
    ([selector, speed, length]) =>
      new Promise<number[]>((resolve) => {
        const scroller = document.querySelector(selector);
        const frames: number[] = [];
        const begun = performance.now();
        let before = begun;
        function frame(now: number): void {
          frames.push(now - before);
          before = now;
          scroller?.scrollTo(0, ((now - begun) / 1000) * speed);
          if (now - begun < length * 1000) requestAnimationFrame(frame);
          else resolve(frames.slice(2));
        }
        requestAnimationFrame(frame);
      }),
    [box, pixelsPerSecond, seconds] as const,
  );
}
