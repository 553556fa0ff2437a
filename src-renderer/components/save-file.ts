/** Longer than a browser takes to begin a download. */
const keptMs = 60_000;

/** Gives a file to the system, for whatever program opens it there. */
export function saveFile(content: Blob, name: string): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), keptMs);
}
