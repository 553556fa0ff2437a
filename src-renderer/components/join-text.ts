import { defineText } from '../i18n/define-text.ts';

export const joinText = defineText(
  {
    hubs: 'Ağda bulunan merkezler',
    searching: 'Ağda merkez aranıyor…',
    noHubs: 'Ağda kendini gösteren bir merkez bulunamadı.',
    noHubsHint:
      'Merkez bilgisayarda Ayarlar › Bilgisayarlar › Bilgisayar ekle’ye basın; orada yazan adresi aşağıya girin.',
    searchAgain: 'Yeniden ara',
    hub: (name: string, branch: string) => `${name} · şube ${branch}`,
    address: 'Merkezin adresi',
    addressHint: 'Merkezin ekranında kodun yanında yazar. Örnek: 192.168.1.20:41710',
    code: 'Eşleştirme kodu',
    codeHint: 'Merkezin ekranındaki 12 karakter; tire koymanız gerekmez.',
    desk: 'Bu bilgisayarın bankosu',
    deskCode: 'Banko kodu',
    deskName: 'Banko adı',
    join: 'Şubeye kat',
    noAnswer:
      'Bu adreste bir merkez yanıt vermedi. Adresi, merkezin açık ve iki bilgisayarın aynı ağda olduğunu denetleyin.',
    joining: 'Merkeze bağlanılıyor; şubenin ayarları alınıyor.',
    joined: 'Bu bilgisayar şubeye katıldı.',
  },
  {
    hubs: 'Hubs found on the network',
    searching: 'Looking for hubs on the network…',
    noHubs: 'No hub shows itself on the network.',
    noHubsHint:
      'On the hub, open Settings › Computers › Add a computer, and type the address that is written there.',
    searchAgain: 'Search again',
    hub: (name, branch) => `${name} · branch ${branch}`,
    address: 'Address of the hub',
    addressHint: 'Shown on the hub beside the code. Example: 192.168.1.20:41710',
    code: 'Pairing code',
    codeHint: 'The 12 characters on the hub’s screen; dashes are not needed.',
    desk: 'The desk of this computer',
    deskCode: 'Desk code',
    deskName: 'Desk name',
    join: 'Join the branch',
    noAnswer:
      'No hub answered at this address. Check the address, that the hub is on, and that both are on one network.',
    joining: 'Connecting to the hub and fetching the branch’s settings.',
    joined: 'This computer has joined the branch.',
  },
);
