import { code128, drawingSVG } from 'bwip-js/node';
import { barsOf } from '../../../src-shared/paper/bars.ts';
import { type Html, html } from '../html.ts';

/** Modules of white on either side that Code 128 asks for. */
const quiet = 10;
/** In millimetres at one module of 72 dpi; the page sets the size. */
const height = 12;

/** Code 128, black on white in both themes: a scanner needs it so. One unit of the drawing is one module. */
export function code128Svg(text: string, label: string): Html {
  const drawn = code128({ bcid: 'code128', text, height, scale: 1 }, drawingSVG());
  const { width, height: tall, lines } = barsOf(drawn);
  const viewBox = `${-quiet} 0 ${width + 2 * quiet} ${tall}`;
  return html`<svg class="bar-code" role="img" aria-label="${label}" viewBox="${viewBox}" preserveAspectRatio="none" shape-rendering="crispEdges"><rect x="${-quiet}" width="100%" height="100%" fill="#fff"/>${lines.map(
    (bar) => html`<path stroke="#000" stroke-width="${bar.width}" d="${bar.path}"/>`,
  )}</svg>`;
}
