import { Stack } from '@mantine/core';
import { formatDateTime, formatNumber } from '../../../src-shared/text/format.ts';
import { Fact, Facts } from '../../components/fact.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { useLabels, useText } from '../../i18n/use-text.ts';
import { useQueryMethod } from '../../lib/use-method.ts';
import { CrmForm } from './crm-form.tsx';
import { SettingsPanel } from './settings-panel.tsx';
import { settingsText } from './text.ts';

export function CrmSection() {
  const text = useText(settingsText);
  const labels = useLabels();
  const crm = useQueryMethod('crm.get', {});
  const connection = useQueryMethod('system.connection', {});
  const now = connection.data?.crm;
  return (
    <SettingsPanel title={labels.settingsSection.crm} lead={text.crmLead}>
      <Stack gap="md">
        {now !== undefined && (
          <Facts columns={3}>
            <Fact label={text.crmNow}>
              {labels.crmState[now.state]}
              {now.trouble !== null && ` · ${now.trouble}`}
            </Fact>
            <Fact label={text.crmUnsent}>{formatNumber(now.unsent)}</Fact>
            <Fact label={text.crmLastSuccess}>
              {now.lastSuccessAt === null ? text.crmNever : formatDateTime(now.lastSuccessAt)}
            </Fact>
          </Facts>
        )}
        <QueryView query={crm}>
          {({ url, hasKey }) => <CrmForm key={url} url={url} hasKey={hasKey} />}
        </QueryView>
      </Stack>
    </SettingsPanel>
  );
}
