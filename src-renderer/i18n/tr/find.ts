export const find = {
  title: 'Bul',
  placeholder: 'Kişi, başvuru no, takip kodu, telefon, tesisat ya da ekran',
  screens: 'Ekranlar',
  applications: 'Başvurular',
  consumers: 'Tüketiciler',
  nothing: 'Eşleşen bir şey bulunamadı.',
  hint: 'En az 2 karakter yazın. Barkod okutulunca başvurusu doğrudan açılır.',
  failed: 'Arama yapılamadı.',
  openApplications: (count: number) => (count === 0 ? 'açık başvurusu yok' : `${count} açık başvuru`),
};
