import type { WorkspaceHead } from '../../../platform/http/page.ts'
import type { Abilities } from '../../../platform/item/item.policy.ts'
import type { Item } from '../../../platform/item/item.store.ts'
import type { Catalogue } from '../../../platform/item/manifest.ts'
import { capitalised, formatDate } from '../../../platform/text/format.ts'
import type { Lang } from '../../../platform/text/texts.ts'
import { Button, Heading, Prose } from '../../../ui/index.ts'
import { itemPath } from './context.ts'
import { itemWords } from './item.words.ts'
import type { Around } from './whole.ts'

type Props = { catalogue: Catalogue; workspace: WorkspaceHead; item: Item; whole: Around; lang: Lang; may: Abilities; here: string }

/** Everything that this item is tied to, by relation as it reads from here, each with the way to untie it. */
export const LinkList = ({ catalogue, workspace, item, whole, lang, may, here }: Props) => {
  const w = itemWords[lang]
  const byId = new Map(whole.items.map((one) => [one.id, one]))
  const rows = whole.links.flatMap((link) => {
    const forward = link.from_id === item.id
    if (!forward && link.to_id !== item.id) return []
    const other = byId.get(forward ? link.to_id : link.from_id)
    const kind = other && catalogue.kinds.get(other.kind)
    const relation = catalogue.relations.find((r) => r.name === link.relation)
    return other && kind && relation ? [{ link, other, kind, words: relation.words[lang][forward ? 'forward' : 'backward'] }] : []
  })
  if (rows.length === 0) return null
  return (
    <section class="links">
      <Heading level={2}>{w.ties}</Heading>
      {[...Map.groupBy(rows, (row) => row.words)].map(([words, group]) => (
        <>
          <h3>{capitalised(words)}</h3>
          <ul>
            {newestFirst(group).map(({ link, other, kind }) => (
              <li>
                <a href={itemPath(workspace, kind, other)}>{other.title}</a> <span class="hint">{kind.words[lang].one}{other.day ? `, ${formatDate(other.day, lang)}` : ''}</span>
                {link.note ? <Prose text={link.note} /> : null}
                {may.link ? (
                  <form method="post" action={here} class="inline">
                    <input type="hidden" name="handling" value="untie" />
                    <input type="hidden" name="lenke" value={link.id} />
                    <Button variant="quiet" small>{w.unlink}<span class="ds-sr-only"> {w.unlinkText(words, other.title)}</span></Button>
                  </form>
                ) : null}
              </li>
            ))}
          </ul>
        </>
      ))}
    </section>
  )
}

/** What has a day stands by it, the newest first; the rest as it stood. */
const newestFirst = <R extends { other: { day: string | null } }>(rows: readonly R[]): R[] => rows.toSorted((a, b) => (b.other.day ?? '').localeCompare(a.other.day ?? ''))
