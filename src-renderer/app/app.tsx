import { Gate } from './gate.tsx';
import { HostBanner } from './host-banner.tsx';
import { Providers } from './providers.tsx';

export function App() {
  return (
    <Providers>
      <HostBanner />
      <Gate />
    </Providers>
  );
}
