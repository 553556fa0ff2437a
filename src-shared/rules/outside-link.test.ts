import { expect, test } from 'vitest';
import { mayOpenOutside } from './outside-link.ts';

test.each([
  'tel:2140',
  'tel:+902222302140',
  'sip:2140@santral.ornek.com.tr',
  'sip:isil.caglar@ornek.com.tr',
  'https://teams.microsoft.com/l/meetup-join/19%3ameeting_1%40thread.v2/0',
])('the system opens %s', (url) => expect(mayOpenOutside(url)).toBe(true));

test.each([
  'tel:*67*2140#',
  'tel:2140;phone-context=x',
  'sip:2140@x;transport=tcp',
  'https://ornek.com.tr',
  'file:///etc/passwd',
  'ms-excel:ofe|u|https://kotu.example',
  'javascript:alert(1)',
  ' tel:2140',
  '',
])('nothing opens %j', (url) => expect(mayOpenOutside(url)).toBe(false));
