/** Whether a visitor is in the middle of getting a number: the page is not opened anew under their hand. */
let isBusy = false;

export function isKioskBusy(): boolean {
  return isBusy;
}

export function setKioskBusy(next: boolean): void {
  isBusy = next;
}
