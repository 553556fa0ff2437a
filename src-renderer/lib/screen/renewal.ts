const lookEveryMs = 5 * 60_000;

/**
 * Opens this page anew when the server has another one, which a screen that nobody touches would not find out. Also
 * the page itself may come from what the browser has kept.
 * @param isBusy somebody is using the page right now; it is looked at again later
 */
export function renewPage(isBusy: () => boolean): void {
  async function look(): Promise<void> {
    const script = document.querySelector('script[type="module"][src]')?.getAttribute('src');
    if (script === null || script === undefined || isBusy()) return;
    try {
      const response = await fetch(location.pathname, { cache: 'no-cache' });
      if (response.ok && !(await response.text()).includes(script)) location.reload();
    } catch {
      // The server is away; whoever asks for the state of the screen says so.
    }
  }
  void look();
  setInterval(() => void look(), lookEveryMs);
}
