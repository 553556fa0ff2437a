import type { Gateway } from '../create-gateway.ts';
import { shippedCatalogue } from '../lib/catalogue.ts';
import { createTestBrowser, type TestPage } from './browser.ts';

type Fields = Readonly<Record<string, string>>;

/** As somebody fills the form of `street_lighting`. */
export const filledForm: Fields = {
  tur: 'complaint',
  alan_fault: 'several',
  alan_location: 'Işıklar Sokak 7 önü',
  aciklama: 'Sokağımızdaki üç lamba iki haftadır yanmıyor.',
  yer: 'Eskişehir/Odunpazarı',
  mahalle: 'Yenidoğan',
  sokak: 'Işıklar Sk.',
  kapi: '7',
  basvuran: 'person',
  ad: 'Gülşen Işık',
  sifat: 'self',
  cep: '0532 123 45 67',
  donus: 'telephone',
};

/** Longer than the form wants to be filled. */
const fillingMs = 30_000;

/**
 * Fills the public form as a person with a browser without scripts does.
 * @param forward lets the gateway's time pass by milliseconds
 */
export function createFormVisitor(gateway: Gateway, forward: (milliseconds: number) => void) {
  const browser = createTestBrowser(gateway);
  let hidden: Fields = {};

  async function open(topic = 'street_lighting'): Promise<TestPage> {
    const page = await browser.get(`/basvuru/${topic}`);
    hidden = hiddenOf(page.body);
    return page;
  }

  /** Sends the form that is open, in an instant. */
  async function send(fields: Fields = filledForm, topic = 'street_lighting'): Promise<TestPage> {
    const page = await browser.submit(`/basvuru/${topic}`, { ...hidden, ...fields });
    if (page.status !== 303) hidden = hiddenOf(page.body);
    return page;
  }

  return {
    browser,
    open,
    send,
    /** Opens the form, takes time and sends it. */
    fillAndSend: async (fields: Fields = filledForm, topic?: string): Promise<TestPage> => {
      await open(topic);
      forward(fillingMs);
      return send(fields, topic);
    },
    /** What the page after a redirect says. */
    seeTaken: async (sent: TestPage) => takenOf((await browser.get(sent.location)).body),
  };
}

function hiddenOf(body: string): Fields {
  const inputs = body.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)">/g);
  return Object.fromEntries([...inputs].map(([, name = '', value = '']) => [name, value]));
}

/** Number and code as they stand on the page. */
export function takenOf(body: string) {
  const [, applicationNo] = />([\w.-]+-\d{4}-\d{7})</.exec(body) ?? [];
  const [, code] = /class="code-shown">([^<]+)</.exec(body) ?? [];
  if (applicationNo === undefined || code === undefined) throw new Error('No application on the page');
  return { applicationNo, trackingCode: code.replaceAll('-', '') };
}

/** Every topic that has a form. */
export const formTopics = shippedCatalogue.topics.topics.filter(
  ({ group, specialCategory, retiredAt }) =>
    group === 'dso' && specialCategory !== true && retiredAt === undefined,
);
