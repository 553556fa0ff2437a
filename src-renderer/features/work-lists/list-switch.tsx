import { mayReadList, type WorkList, workLists } from '../../../src-shared/contract/application.ts';
import { useLabels, useText } from '../../i18n/use-text.ts';
import { goTo } from '../../lib/route.ts';
import { useQueryMethod } from '../../lib/use-method.ts';
import { useUser } from '../../lib/use-session.ts';
import { workListsText } from './text.ts';
import classes from './work-lists.module.css';

/** Those that somebody has to see to before the rest. */
const burning: ReadonlySet<WorkList> = new Set(['overdue', 'conflicts', 'escalated', 'erasure_review']);

/** Above this the core stops counting. */
const mostCounted = 9_999;

/** The lists with how much is in each; what burns is at the top of the eye by colour and by number. */
export function ListSwitch({ current }: { readonly current: WorkList }) {
  const text = useText(workListsText);
  const labels = useLabels();
  const role = useUser()?.role;
  const counts = useQueryMethod('application.counts', {}).data?.counts ?? [];
  const countOf = new Map(counts.map(({ list, count }) => [list, count]));
  return (
    <nav className={classes.switch} aria-label={text.switchLabel}>
      {workLists
        .filter((list) => role !== undefined && mayReadList(list, role))
        .map((list) => {
          const count = countOf.get(list);
          return (
            <button
              key={list}
              type="button"
              className={classes.list}
              aria-current={list === current ? 'page' : undefined}
              data-burns={burning.has(list) && (count ?? 0) > 0}
              onClick={() => goTo({ screen: 'workLists', list })}
            >
              <span>{labels.workList[list]}</span>
              <span className={classes.count}>{count === undefined ? '' : countWords(count)}</span>
            </button>
          );
        })}
    </nav>
  );
}

function countWords(count: number): string {
  return count >= mostCounted ? `${mostCounted.toLocaleString('tr-TR')}+` : count.toLocaleString('tr-TR');
}
