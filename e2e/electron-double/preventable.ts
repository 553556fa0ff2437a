/** An event whose default somebody may prevent, as Electron's. */
export class Preventable {
  #isPrevented = false;

  get defaultPrevented(): boolean {
    return this.#isPrevented;
  }

  preventDefault(): void {
    this.#isPrevented = true;
  }
}
