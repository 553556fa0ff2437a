import { describe, expect, it } from 'vitest';
import templateFile from '../../assets/texts/sms-templates.json' with { type: 'json' };
import { applicantShort } from '../text/applicant-short.ts';
import { smsTemplatesSchema } from './catalogue.ts';
import { countSegments, normaliseSmsText } from './sms-segments.ts';
import { placeholdersIn, renderTemplate, type SmsValues } from './sms-template.ts';

const { templates } = smsTemplatesSchema.parse(templateFile);
const greeting = {
  text: 'Sayın {applicantShort}, no: {applicationNo}',
  variables: ['applicantShort', 'applicationNo'],
} as const;

function rendered(code: string, values: SmsValues): string {
  const template = templates.find((item) => item.code === code);
  if (template === undefined) throw new Error(`no template ${code}`);
  const result = renderTemplate(template, values);
  if (!result.ok) throw new Error(result.message);
  return result.text;
}

const registered = {
  applicantShort: 'Muhammed Ç.',
  applicationNo: '26-2026-0100001',
  trackingCode: 'K7M4-9QX2-ABCD',
  trackingUrl: 'oedas.com.tr/takip',
};

describe('renderTemplate', () => {
  it('fills every placeholder', () => {
    expect(renderTemplate(greeting, { applicantShort: 'Ayşe Y.', applicationNo: '26-2026-0100001' })).toEqual(
      {
        ok: true,
        text: 'Sayın Ayşe Y., no: 26-2026-0100001',
      },
    );
  });

  it('refuses a value that is missing or blank, naming it', () => {
    expect(renderTemplate(greeting, { applicantShort: ' ' })).toEqual({
      ok: false,
      missing: ['applicantShort', 'applicationNo'],
      unknown: [],
      message: 'SMS metni oluşturulamadı. Değeri eksik alanlar: applicantShort, applicationNo.',
    });
  });

  it('refuses a value or a placeholder that the template does not declare', () => {
    const values = { applicantShort: 'Ayşe Y.', applicationNo: '26-2026-0100001' };
    expect(renderTemplate(greeting, { ...values, debt: '100' })).toMatchObject({
      ok: false,
      unknown: ['debt'],
    });
    expect(renderTemplate({ ...greeting, text: `${greeting.text} {tckn}` }, values)).toMatchObject({
      ok: false,
      unknown: ['tckn'],
      message: 'SMS metni oluşturulamadı. Bu şablonda tanımlı olmayan alanlar: tckn.',
    });
  });

  it('does not fill braces that come with a value, nor read replacement patterns in it', () => {
    const values = { applicantShort: '{applicationNo} $& $1', applicationNo: 'X' };
    expect(renderTemplate(greeting, values)).toEqual({
      ok: true,
      text: 'Sayın {applicationNo} $& $1, no: X',
    });
  });

  it('does not take inherited object members for values', () => {
    const template = { text: 'Sayın {constructor}', variables: ['applicantShort'] } as const;
    expect(renderTemplate(template, { applicantShort: 'A' })).toMatchObject({ unknown: ['constructor'] });
  });
});

describe('placeholdersIn', () => {
  it('names each placeholder once', () => {
    expect(placeholdersIn('{a} {b} {a}')).toEqual(['a', 'b']);
  });
});

describe('the shipped templates', () => {
  it('tell of a registration in one segment, written in the manner that was agreed', () => {
    const text = rendered('application_registered', registered);
    expect(text).toBe(
      'Sayın Muhammed Ç., başvurunuz 26-2026-0100001 no ile kayda alındı. Takip kodu: K7M4-9QX2-ABCD. Takip: oedas.com.tr/takip OEDAŞ 186',
    );
    expect(countSegments(text)).toMatchObject({ alphabet: 'gsm7-turkish', segments: 1 });
  });

  it('leave room in that segment for long names and the longest branch code', () => {
    const names = [
      'Abdurrahman Muhammed Şükrü Çelik',
      'Mehmet Çağrı Şahin',
      'Güneş Işığı Süt Ürünleri Ltd. Şti.',
    ];
    for (const name of names) {
      const text = rendered('application_registered', {
        ...registered,
        applicantShort: applicantShort(name, name.endsWith('Şti.')),
        applicationNo: '2601-2026-0100001',
      });
      expect(countSegments(text).segments).toBe(1);
    }
  });

  it.each(['application_closed', 'registered_and_resolved'])('carry the outcome in %s', (code) => {
    const outcome = 'Armatür 12.03.2026 tarihinde değiştirildi.';
    const text = rendered(code, { ...registered, outcome });
    expect(text).toContain(`Sonuç: ${outcome}`);
    expect(countSegments(text).segments).toBe(2);
  });

  it('hold nothing that would turn them into UCS-2', () => {
    for (const template of templates) expect(normaliseSmsText(template.text)).toBe(template.text);
  });
});
