import type { ReactNode } from 'react';

type FormProps = { readonly onSubmit: () => Promise<void>; readonly children: ReactNode };

/** What is wrong with a field is said by the core, never by the browser. */
export function Form({ onSubmit, children }: FormProps) {
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void onSubmit();
      }}
    >
      {children}
    </form>
  );
}
