import { expect, test } from 'vitest';
import { dialLink, plainDialling } from './dial-link.ts';

const sip = { scheme: 'sip', extensionPrefix: '', sipDomain: 'santral.ornek.com.tr' } as const;
const prefixed = { ...plainDialling, extensionPrefix: '+90222230' };
const nobody = { extension: null, directPhone: null, sip: null };
const everything = { extension: '2140', directPhone: '+902222302140', sip: 'isil@ornek.com.tr' };

test.each([
  ['an extension is dialled as it is', everything, plainDialling, 'tel:2140'],
  ['an extension is dialled behind the exchange’s number', everything, prefixed, 'tel:+902222302140'],
  [
    'without an extension it is the direct number',
    { ...everything, extension: null },
    prefixed,
    'tel:+902222302140',
  ],
  ['by SIP it is the address of the person', everything, sip, 'sip:isil@ornek.com.tr'],
  [
    'by SIP without an address it is the extension at the exchange',
    { ...everything, sip: null },
    sip,
    'sip:2140@santral.ornek.com.tr',
  ],
  [
    'by SIP without exchange or address it is the telephone',
    { ...everything, sip: null },
    { ...sip, sipDomain: '' },
    'tel:2140',
  ],
  [
    'who has a SIP address alone is called there',
    { ...nobody, sip: 'isil@ornek.com.tr' },
    plainDialling,
    'sip:isil@ornek.com.tr',
  ],
  ['who has nothing can not be called', nobody, sip, undefined],
] as const)('%s', (_name, contact, dialling, link) => expect(dialLink(contact, dialling)).toBe(link));
