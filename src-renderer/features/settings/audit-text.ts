import { defineText } from '../../i18n/define-text.ts';

export const auditText = defineText(
  {
    lead: 'Kimin hangi dosyaya, karta ve hesaba baktığı; giriş ve çıkışlar. Kayıtlar değiştirilemez ve silinemez.',
    form: 'Denetim kaydı ara',
    from: 'İlk gün',
    to: 'Son gün',
    dayHint: 'gg.aa.yyyy, bugün, dün',
    dayWrong: 'Gün gg.aa.yyyy olarak yazılmalı.',
    who: 'Kim baktı',
    everybody: 'Herkes',
    about: 'Kimin ya da neyin kaydı',
    aboutHint: 'Başvuru no, kimlik no, telefon, tesisat ya da ad',
    search: 'Ara',
    empty: 'Bu aralıkta kayıt yok.',
    emptyHint: 'Günleri genişletin ya da aranan kişiyi silin.',
    heads: { at: 'Zaman', actor: 'Kim', act: 'Ne yaptı', subject: 'Kimin ya da neyin' },
    acts: {
      opened_application: 'Başvuru dosyasını açtı',
      opened_consumer: 'Tüketici kartını açtı',
      opened_attachment: 'Eki açtı',
      disclosed: 'Hesap bilgilerini açtı',
      revealed: 'Numaraları gördü',
      noted: 'Olağan dışı okumayı gördü',
      signed_in: 'Giriş yaptı',
      signed_out: 'Çıkış yaptı',
      refused: 'Girişi reddedildi',
      locked: 'Ekranı kilitlendi',
      unlocked: 'Kilidi açtı',
      unlock_refused: 'Kilit açması reddedildi',
    },
    unusual: (day: string, name: string, opened: number, usual: number) =>
      `${day}: ${name} ${opened} farklı dosya, kart ya da ek açtı; ${
        usual === 0 ? 'karşılaştırılacak başka gün yok.' : `olağan bir günde ${usual}.`
      }`,
    unusualReveals: (day: string, name: string, count: number, usual: number) =>
      `${day}: ${name} ${count} kez numara gösterdi; ${
        usual === 0 ? 'karşılaştırılacak başka gün yok.' : `olağan bir günde ${usual}.`
      }`,
    offHours: (day: string, name: string, count: number) =>
      `${day}: ${name} şube kapalıyken ${count} dosya, kart ya da ek açtı.`,
    noWork: (day: string, name: string, days: number, subject: string) =>
      `${day}: ${name} ${days} ayrı günde aynı kişinin kaydına baktı (${subject}); onun için yaptığı bir iş yok.`,
    unusualHeading: 'Olağan dışı okuma',
    note: 'Gördüm',
    noteOf: (day: string, name: string) => `Gördüm: ${day}, ${name}`,
    notedCount: (count: number) => `Görülmüş bildirimler (${count})`,
    notedBy: (name: string, at: string) => `Gören: ${name}, ${at}`,
    chain: 'Zinciri doğrula',
    chainLead: 'Hiçbir kaydın eksilmediği ve değişmediği, başından şimdiye kadar denetlenir.',
    chainFine: (entries: string) => `Zincir doğrulandı: ${entries} kayıt, hepsi yerinde ve değişmemiş.`,
    chainFault: (seq: number, log: string, kind: 'missing' | 'changed') =>
      `Zincir bozuk: ${log} günlüğünün ${seq}. kaydı ${
        kind === 'missing' ? 'eksik' : 'değiştirilmiş'
      }. Yedek alın ve destek ekibine bildirin.`,
    showDay: 'Göster',
    showDayOf: (day: string, name: string) => `Göster: ${day}, ${name}`,
    gone: 'Artık burada değil',
    file: 'Dosyayı aç',
    fileOf: (applicationNo: string) => `Dosyayı aç: ${applicationNo}`,
    newer: 'Daha yeni',
    older: 'Daha eski',
    range: (first: number, last: number) => `${first}–${last}. kayıtlar`,
  },
  {
    lead: 'Who looked at which file, card and account; who signed in and out. Records can’t be changed or deleted.',
    form: 'Search the audit',
    from: 'First day',
    to: 'Last day',
    dayHint: 'dd.mm.yyyy, bugün, dün',
    dayWrong: 'A day is written as dd.mm.yyyy.',
    who: 'Who looked',
    everybody: 'Everybody',
    about: 'About whom or what',
    aboutHint: 'Application, identity, telephone or installation number, or a name',
    search: 'Search',
    empty: 'Nothing is on record for these days.',
    emptyHint: 'Take more days, or clear who is searched for.',
    heads: { at: 'Time', actor: 'Who', act: 'What', subject: 'Whose, or what' },
    acts: {
      opened_application: 'Opened an application',
      opened_consumer: 'Opened a consumer’s card',
      opened_attachment: 'Opened an attachment',
      disclosed: 'Opened an account',
      revealed: 'Saw numbers',
      noted: 'Took note of unusual reading',
      signed_in: 'Signed in',
      signed_out: 'Signed out',
      refused: 'Was refused',
      locked: 'Screen was locked',
      unlocked: 'Unlocked',
      unlock_refused: 'Unlocking was refused',
    },
    unusual: (day, name, opened, usual) =>
      `${day}: ${name} opened ${opened} different files, cards or papers; ${
        usual === 0 ? 'there is no other day to compare with.' : `${usual} on a usual day.`
      }`,
    unusualReveals: (day, name, count, usual) =>
      `${day}: ${name} had numbers shown ${count} times; ${
        usual === 0 ? 'there is no other day to compare with.' : `${usual} on a usual day.`
      }`,
    offHours: (day, name, count) =>
      `${day}: ${name} opened ${count} files, cards or papers while the branch was closed.`,
    noWork: (day, name, days, subject) =>
      `${day}: ${name} looked at the same person on ${days} days (${subject}), without any work for them.`,
    unusualHeading: 'Unusual reading',
    note: 'Noted',
    noteOf: (day, name) => `Noted: ${day}, ${name}`,
    notedCount: (count) => `Noted before (${count})`,
    notedBy: (name, at) => `Noted by ${name}, ${at}`,
    chain: 'Verify the chain',
    chainLead: 'Checks from the beginning up to now that no entry is missing or changed.',
    chainFine: (entries) => `The chain is verified: ${entries} entries, all there and unchanged.`,
    chainFault: (seq, log, kind) =>
      `The chain is broken: entry ${seq} of log ${log} is ${kind}. Back up and call support.`,
    showDay: 'Show',
    showDayOf: (day, name) => `Show: ${day}, ${name}`,
    gone: 'Not here any more',
    file: 'Open file',
    fileOf: (applicationNo) => `Open file: ${applicationNo}`,
    newer: 'Newer',
    older: 'Older',
    range: (first, last) => `Records ${first}–${last}`,
  },
);
