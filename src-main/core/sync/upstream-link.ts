import type { ConsumerPage } from '../../../src-shared/contract/gateway.ts';
import type { Connection } from '../../../src-shared/contract/system.ts';
import { readLocal } from '../domains/settings/settings.repo.ts';
import type { Reader } from '../ledger/entries.repo.ts';
import type { Clock, Upstream, UpstreamFailure, UpstreamResult, UpstreamTarget } from '../ports.ts';

export type CrmState = Connection['crm']['state'];
export type LinkState = {
  readonly state: CrmState;
  readonly lastSuccessAt: string | null;
  /** What keeps the exchange from going on, in Turkish. */
  readonly trouble: string | null;
};

/** The connection to the CRM as this workstation is set up for it now, and how it went last. */
export type UpstreamLink = {
  /** Undefined where no CRM is configured. */
  readonly current: () => Promise<Upstream | undefined>;
  readonly findConsumers: (query: string) => Promise<UpstreamResult<ConsumerPage>>;
  readonly state: () => LinkState;
  readonly succeeded: () => void;
  readonly failed: (failure: UpstreamFailure) => void;
  readonly notConfigured: () => void;
  /** Ends what is under way; nothing is asked afterwards. */
  readonly close: () => void;
};

type Services = {
  readonly db: Reader;
  readonly clock: Clock;
  readonly connect: (target: UpstreamTarget) => Upstream;
  readonly onStateChanged: () => void;
};

export function createUpstreamLink({ db, clock, connect, onStateChanged }: Services): UpstreamLink {
  let state: LinkState = { state: 'connecting', lastSuccessAt: null, trouble: null };
  let isClosed = false;
  let known: { readonly target: UpstreamTarget; readonly upstream: Upstream } | undefined;

  function change(next: LinkState): void {
    const isNews = next.state !== state.state || next.trouble !== state.trouble;
    state = next;
    if (isNews) onStateChanged();
  }

  async function current(): Promise<Upstream | undefined> {
    const target = await readLocal(db, 'crm');
    if (target === undefined) return undefined;
    if (known?.target.url !== target.url || known.target.apiKey !== target.apiKey) {
      // Nobody waits for what the settings have left behind.
      known?.upstream.close();
      known = { target, upstream: connect(target) };
      if (isClosed) known.upstream.close();
    }
    return known.upstream;
  }

  return {
    current,
    findConsumers: async (query) => {
      const upstream = await current();
      if (upstream === undefined) return { ok: false, failure: { kind: 'unreachable' } };
      return upstream.findConsumers(query);
    },
    state: () => state,
    succeeded: () =>
      change({ state: 'online', lastSuccessAt: new Date(clock.now()).toISOString(), trouble: null }),
    failed: (failure) =>
      change({
        state: failure.kind === 'refused' ? 'key_refused' : 'offline',
        lastSuccessAt: state.lastSuccessAt,
        trouble: troubleOf(failure),
      }),
    notConfigured: () => change({ state: 'not_configured', lastSuccessAt: null, trouble: null }),
    close: () => {
      isClosed = true;
      known?.upstream.close();
    },
  };
}

function troubleOf(failure: UpstreamFailure): string {
  switch (failure.kind) {
    case 'unreachable':
      return 'CRM’e ulaşılamıyor. İşler burada sürer, bağlantı gelince gönderilir.';
    case 'refused':
      return 'CRM bu şubenin anahtarını kabul etmiyor; yönetici anahtarı yenilemeli.';
    case 'slow_down':
      return 'CRM yoğun; gönderim kısa bir süre bekletiliyor.';
    case 'hole':
    case 'fork':
      return 'CRM ile kayıt sırası karşılaştırılıyor.';
    case 'rejected':
      return `CRM bir kaydı kabul etmedi (${failure.code}). Kayıtlar burada güvende; destek ekibine bildirin.`;
  }
}
