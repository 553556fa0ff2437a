/** Whether somebody reads or signs right now: the page is not opened anew under their hand. */
let isBusy = false;

export function isSignerBusy(): boolean {
  return isBusy;
}

export function setSignerBusy(next: boolean): void {
  isBusy = next;
}
