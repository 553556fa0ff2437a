import { Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { StateEmpty } from '../components/state-empty.tsx';
import { useCommonText, useText } from '../i18n/use-text.ts';
import { appText } from './texts.ts';

type Props = { readonly children: ReactNode };

/** A bug in one screen leaves the others, and the frame, standing. */
export class ScreenBoundary extends Component<Props, { readonly hasCrashed: boolean }> {
  override state = { hasCrashed: false };

  static getDerivedStateFromError() {
    return { hasCrashed: true };
  }

  override render() {
    if (!this.state.hasCrashed) return this.props.children;
    return <Crashed onRetry={() => this.setState({ hasCrashed: false })} />;
  }
}

function Crashed({ onRetry }: { readonly onRetry: () => void }) {
  const text = useText(appText);
  const common = useCommonText();
  return (
    <StateEmpty
      title={text.screenCrashed}
      hint={text.screenCrashedHint}
      action={
        <Button mt="xs" variant="default" onClick={onRetry}>
          {common.retry}
        </Button>
      }
    />
  );
}
