import { expect, it } from 'vitest';
import { fieldErrors } from './form-errors.ts';

it('gives each field its first sentence under the path that the form knows', () => {
  const errors = fieldErrors({
    code: 'invalid_input',
    message: 'Bazı alanlar düzeltilmeli.',
    fields: [
      { path: 'applicant.phone', message: 'Telefon numarası geçersiz.' },
      { path: 'applicant.phone', message: 'ikinci' },
      { path: 'topicFields.poleNo', message: 'Direk numarası yazılmalı.' },
    ],
  });
  expect(errors).toEqual({
    'applicant.phone': 'Telefon numarası geçersiz.',
    'topicFields.poleNo': 'Direk numarası yazılmalı.',
  });
});

it('gives nothing where the refusal names no field', () => {
  expect(fieldErrors({ code: 'queue_empty', message: 'Bekleyen sıra numarası yok.' })).toEqual({});
});
