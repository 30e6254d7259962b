import { page, type Request } from '../../../platform/http/page.ts'
import type { Item } from '../../../platform/item/item.store.ts'
import { formatDate, formatDateTime } from '../../../platform/text/format.ts'
import { Button, emptyForm, Heading, Lead, Select } from '../../../ui/index.ts'
import { compareParts, itemReaders, PartDifferences, type Written } from '../../thread/index.ts'
import type { Workspace } from '../../workspaces/index.ts'
import { agreement } from './agreement.ts'
import { seesDraft } from './agreement.policy.ts'
import { agreementCrumbs, agreementPath } from './crumbs.ts'
import { editionsOf, savedVersions, sectionsAt, sectionsOf } from './text.store.ts'
import { textWords } from './text.words.ts'

/** «u2» is an edition, «v14» what was saved as version 14 of the agreement. */
type Choice = { value: string; label: string }

async function load({ db, viewer, query, lang }: Request, workspace: Workspace, item: Item) {
  const w = textWords[lang]
  const draft = seesDraft(viewer, workspace.id)
  const editions = (await editionsOf(db, item.id)).filter((one) => draft || one.agreedOn !== null)
  const saved = draft ? await savedVersions(db, workspace.id, item.id) : []
  const choices: Choice[] = [
    ...editions.toReversed().map((one) => ({ value: `u${one.number}`, label: `${w.edition(one.number)}, ${one.agreedOn ? w.agreed(formatDate(one.agreedOn, lang)).toLowerCase() : w.writing.toLowerCase()}` })),
    ...saved.map((one) => ({ value: `v${one.version}`, label: w.saving(formatDateTime(one.at, lang), one.who ?? w.somebody.toLowerCase()) })),
  ]
  const chosen = (name: string, usual: string | undefined) => choices.find((one) => one.value === query.get(name))?.value ?? usual ?? null
  // What was agreed last against what is being written; or else the oldest that is kept.
  const to = chosen('til', choices[0]?.value)
  const from = chosen('fra', editions.length > 1 ? `u${editions.at(-2)?.number}` : choices.at(-1)?.value)
  const versions = [from, to].flatMap((one) => (one?.startsWith('v') ? [Number(one.slice(1))] : []))
  const [sections, kept] = await Promise.all([sectionsOf(db, item.id), sectionsAt(db, workspace.id, item.id, versions)])
  const textOf = (choice: string | null): readonly Written[] =>
    choice?.startsWith('u') ? sections.filter((one) => one.edition === Number(choice.slice(1))) : (kept.get(Number(choice?.slice(1))) ?? [])
  return { choices, from, to, parts: from && to ? compareParts(textOf(from), textOf(to)) : [] }
}

/** Two writings of the text, word by word. Those who see only what was agreed compare that. */
export const comparePage = page({
  path: '/arbeidsrom/:workspace/avtaler/:number{[0-9]+}/sammenlign',
  access: itemReaders(agreement),
  styles: ['written.page.css'],
  load: (request, { workspace, item }) => load(request, workspace, item),
  title: (_, { lang }, { item }) => `${textWords[lang].compareTitle}: ${item.title}`,
  crumbs: (_, { lang }, { workspace, item }) => agreementCrumbs(workspace, item, lang, { text: textWords[lang].title, href: agreementPath(workspace, item, 'tekst') }),
  view: ({ choices, from, to, parts }, { lang, pathname }, { workspace }) => {
    const w = textWords[lang]
    const state = { ...emptyForm, values: { fra: from ?? '', til: to ?? '' } }
    const changed = parts.filter((one) => one.is !== 'same')
    return (
      <>
        <Heading level={1}>{w.compareTitle}</Heading>
        {choices.length < 2 ? <p>{w.needsTwo}</p> : (
          <>
            <Lead>{w.compareLead}</Lead>
            <form class="form no-print" method="get" action={pathname}>
              <Select lang={lang} state={state} name="fra" label={w.from} options={choices} blank={false} />
              <Select lang={lang} state={state} name="til" label={w.to} options={choices} blank={false} />
              <Button variant="primary">{w.show}</Button>
            </form>
            {changed.length === 0 ? <p>{w.nothing}</p> : changed.map((part) => <PartDifferences lang={lang} part={part} inLang={workspace.language} />)}
            {changed.length > 0 && parts.length > changed.length ? <p class="hint">{w.unchangedParts(parts.length - changed.length)}</p> : null}
          </>
        )}
      </>
    )
  },
})
