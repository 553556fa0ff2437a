/** Banko's sign: a counter seen from the front, with somebody behind it. */
export function Mark({ size }: { readonly size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="currentColor" aria-hidden="true">
      <circle cx="12" cy="6" r="3.6" />
      <path d="M5.5 13.2a6.6 6.6 0 0 1 13 0z" opacity=".55" />
      <rect x="1.5" y="14.4" width="21" height="2.8" rx="1.4" />
      <rect x="4" y="18.2" width="16" height="3.8" rx="1" opacity=".55" />
    </svg>
  );
}
